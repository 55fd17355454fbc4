/// A stretch of text on a sheet of A4, in millimetres.
struct SheetBlock {
    let text: String
    /// Height of a letter's em.
    let size: Double
    var isBold = false
    var isMonospaced = false
    var color = "#111111"
    /// From the column's left edge.
    var indent = 0.0
    /// Above the block.
    var space = 0.0
    /// Draws a frame around it.
    var isFramed = false

    static let lineHeight = 1.35
    /// Between a frame and its text.
    static let padding = 5.0

    /// The lines at a scale, in a column of this width.
    func lines(scale: Double, width: Double) -> [String] {
        let inner = width - indent - (isFramed ? 2 * Self.padding : 0)
        return LineBreaks.lines(SafeText.shown(text), width: inner) {
            TextWidth.ems($0, isBold: isBold) * size * scale
        }
    }

    /// What it takes at a scale, the space above included.
    func height(scale: Double, width: Double) -> Double {
        Double(lines(scale: scale, width: width).count) * size * scale * Self.lineHeight + space * scale
            + (isFramed ? 2 * Self.padding : 0)
    }
}
