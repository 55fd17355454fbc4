/// A picture that could not be made: what failed, why, and what to do about it.
public struct PictureError: Error, Hashable, Sendable, CustomStringConvertible {
    public let what: String
    public let cause: String
    public let remedy: String

    public var description: String { "\(what): \(cause)\n  \(remedy)" }
}
