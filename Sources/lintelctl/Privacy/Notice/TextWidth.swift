/// How wide text is drawn, in ems, at most: nothing here knows the fonts of the printer.
///
/// An upper bound, by class of letter, of the advance widths of DejaVu Sans, the widest of the common sans-serif fonts; its
/// bold letters are up to a ninth wider. Letters beyond ASCII count as full squares, as those of Korean are.
enum TextWidth {
    static func ems(_ text: some StringProtocol, isBold: Bool) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? ascii($1) * (isBold ? 1 : 0.9) : 1.05) }
    }

    /// Of a bold letter.
    private static func ascii(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case " ", ",", ".", ":", ";", "'", "i", "j", "l", "I", "|", "!": 0.46
        case "f", "r", "t", "-", "/", "(", ")", "[", "]", "\"": 0.53
        case "m", "M", "w", "W", "@", "%": 1.13
        case "+", "=", "<", ">", "~", "#": 0.94
        case "a"..."z", "0"..."9", "_", "*", "?", "$": 0.72
        default: 0.88
        }
    }
}
