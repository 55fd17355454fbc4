/// The random name of a consent or an entry (UUID version 4). It says nothing about anybody.
public struct RecordID: Hashable, Sendable, CustomStringConvertible {
    package let bytes: [UInt8]

    /// - Parameter bytes: 16.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        self.bytes = Array(bytes)
    }

    /// - Parameter bytes: 16 that make a UUID.
    package init(uuid bytes: [UInt8]) { self.bytes = bytes }

    /// Reads what `description` writes.
    public init?(_ text: String) {
        let digits = text.filter { $0 != "-" }
        guard text.utf8.count == 36, digits.utf8.count == 32, digits.allSatisfy(\.isHexDigit),
            let value = UInt128(digits, radix: 16)
        else { return nil }
        bytes = value.bytes
    }

    /// In lower case: 8, 4, 4, 4 and 12 digits.
    public var description: String {
        let digits = Hex.text(bytes)
        var parts: [Substring] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return parts.joined(separator: "-")
    }
}
