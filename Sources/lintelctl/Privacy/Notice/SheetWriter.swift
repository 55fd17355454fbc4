/// Writes blocks of text one under another, as SVG.
struct SheetWriter {
    private(set) var elements: [String] = []
    private let left: Double
    private let width: Double
    private var y: Double

    init(left: Double, top: Double, width: Double) {
        self.left = left
        self.width = width
        y = top
    }

    mutating func move(to y: Double) { self.y = y }

    mutating func add(_ block: SheetBlock, scale: Double) {
        y += block.space * scale
        let lines = block.lines(scale: scale, width: width)
        let size = block.size * scale
        let padding = block.isFramed ? SheetBlock.padding : 0
        let height = Double(lines.count) * size * SheetBlock.lineHeight
        if block.isFramed {
            elements.append(
                "<rect x=\"\(Self.text(left))\" y=\"\(Self.text(y))\" width=\"\(Self.text(width))\" height=\"\(Self.text(height + 2 * padding))\" "
                    + "fill=\"none\" stroke=\"#111111\" stroke-width=\"1\"/>")
        }
        y += padding
        for line in lines {
            // A letter's base line is about 0.8 em under the top of its em.
            let base = y + size * (SheetBlock.lineHeight - 1) / 2 + size * 0.8
            elements.append(
                "<text x=\"\(Self.text(left + block.indent + padding))\" y=\"\(Self.text(base))\" font-size=\"\(Self.text(size))\" "
                    + "fill=\"\(block.color)\"\(Self.font(block))>\(SafeText.markup(line))</text>")
            y += size * SheetBlock.lineHeight
        }
        y += padding
    }

    private static func font(_ block: SheetBlock) -> String {
        let family = block.isMonospaced ? "monospace" : "sans-serif"
        return " font-family=\"\(family)\"" + (block.isBold ? " font-weight=\"bold\"" : "")
    }

    /// In hundredths of a millimetre.
    private static func text(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let fraction = hundredths % 100
        return "\(hundredths / 100)" + (fraction == 0 ? "" : ".\(fraction < 10 ? "0" : "")\(fraction)")
    }
}
