import Settings

/// How one count is written in a frame's bytes.
public enum CountsSample: Hashable, Sendable {
    /// Two bytes, the count itself.
    case word(ByteOrder)
    /// Two bytes, the low one first: twelve bits with a sign, of which the count is the value + 2048.
    case signedTwelveBits
    /// One byte.
    case octet

    /// Bytes of a pixel.
    var bytes: Int {
        switch self {
        case .word, .signedTwelveBits: 2
        case .octet: 1
        }
    }
}
