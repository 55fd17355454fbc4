/// Names an event: a start of the daemon, chosen at random, and a number that rises with each event.
public struct EventID: Hashable, Sendable, CustomStringConvertible {
    public let start: UInt64
    public let number: UInt64

    public init(start: UInt64, number: UInt64) {
        self.start = start
        self.number = number
    }

    /// Reads `START-NUMBER`, as the description writes it; nil when it is something else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let start = UInt64(parts[0], radix: 16), let number = UInt64(parts[1]) else {
            return nil
        }
        self.init(start: start, number: number)
        // One text for one id: no sign, no other number of digits.
        guard description == text else { return nil }
    }

    /// 16 hexadecimal digits, a hyphen and a decimal number.
    public var description: String {
        let digits = String(start, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits + "-\(number)"
    }
}
