import Crypto

/// The first key of an access log, which the device gives away once. With it an auditor tries the code of every line.
public struct AccessKey: Sendable {
    package let symmetric: SymmetricKey

    public init(_ symmetric: SymmetricKey) { self.symmetric = symmetric }

    /// Reads what `text` writes.
    public init?(text: some StringProtocol) {
        guard let bytes = Hex.bytes(text), bytes.count == 32 else { return nil }
        symmetric = SymmetricKey(data: bytes)
    }

    /// 64 hexadecimal digits.
    public var text: String { symmetric.withBytes(Hex.text) }
}
