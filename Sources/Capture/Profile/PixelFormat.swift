/// A V4L2 pixel format: a four-character code.
public struct PixelFormat: Hashable, Sendable, CustomStringConvertible {
    /// The code as V4L2 has it: the first character in the lowest byte.
    public let code: UInt32

    public init(code: UInt32) {
        self.code = code
    }

    private init(_ a: Character, _ b: Character, _ c: Character, _ d: Character, bigEndian: Bool = false) {
        let bytes = [a, b, c, d].map { UInt32($0.asciiValue ?? 0) }
        code = bytes[0] | bytes[1] << 8 | bytes[2] << 16 | bytes[3] << 24 | (bigEndian ? Self.bigEndianBit : 0)
    }

    /// Counts of 16 bits, the low byte first.
    public static let y16 = PixelFormat("Y", "1", "6", " ")
    /// Counts of 16 bits, the high byte first: `Y16 ` with the top bit set (docs.kernel.org, pixfmt-y16-be).
    public static let y16BigEndian = PixelFormat("Y", "1", "6", " ", bigEndian: true)
    /// Counts of 12 bits in 16, the low byte first.
    public static let y12 = PixelFormat("Y", "1", "2", " ")
    /// A colour picture of two bytes a pixel, in which some cameras send counts.
    public static let yuyv = PixelFormat("Y", "U", "Y", "V")
    /// Grey of eight bits.
    public static let grey = PixelFormat("G", "R", "E", "Y")

    private static let bigEndianBit: UInt32 = 1 << 31

    /// The four characters, and "-BE" where the high byte comes first, as v4l2-ctl writes it.
    public var description: String {
        let characters = (0..<4).map { index -> Character in
            let byte = UInt8(truncatingIfNeeded: (code & ~Self.bigEndianBit) >> (8 * UInt32(index)))
            return (32...126).contains(byte) ? Character(Unicode.Scalar(byte)) : "?"
        }
        return String(characters) + (code & Self.bigEndianBit == 0 ? "" : "-BE")
    }
}
