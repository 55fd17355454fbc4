/// Why a text is not JSON that is taken.
public struct JSONFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// In words.
    public let cause: String
    /// The byte where it shows, counted from 0.
    public let offset: Int

    public var description: String { "\(cause) at byte \(offset)" }
}
