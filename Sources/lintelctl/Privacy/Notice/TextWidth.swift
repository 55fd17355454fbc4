/// How wide text is drawn, in ems, at most: nothing here knows the fonts of the printer.
///
/// An upper bound of the advance widths of DejaVu Sans Bold, the widest of the common sans-serif fonts, by class of letter.
enum TextWidth {
    static func ems(_ text: some StringProtocol) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ems($1) }
    }

    private static func ems(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case " ", ",", ".", ":", ";", "'", "i", "j", "l", "I", "|", "!": 0.46
        case "f", "r", "t", "-", "/", "(", ")", "[", "]", "\"": 0.53
        case "m", "M", "w", "W", "@", "%": 1.13
        case "A"..."Z", "&", "+", "=", "<", ">", "~", "#": 0.87
        case "a"..."z", "0"..."9", "_", "*", "?", "$": 0.72
        default: scalar.value < 0x80 ? 0.87 : 1.05
        }
    }
}
