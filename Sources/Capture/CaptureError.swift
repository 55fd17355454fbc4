/// A failure of a frame source: what failed, why, and what to do about it.
public struct CaptureError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What failed, naming the file or device.
    public let what: String
    /// Why.
    public let cause: String
    /// What the reader can do about it.
    public let remedy: String

    public init(what: String, cause: String, remedy: String) {
        self.what = what
        self.cause = cause
        self.remedy = remedy
    }

    public var description: String { "\(what): \(cause)\n  \(remedy)" }
}
