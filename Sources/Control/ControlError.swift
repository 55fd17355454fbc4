/// Why the control socket can't be served.
public struct ControlError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What could not be done, such as "control socket /run/lintel/main/io.lintel".
    public let what: String
    public let cause: String
    /// A full sentence.
    public let remedy: String

    init(what: String, cause: String, remedy: String) {
        self.what = what
        self.cause = cause
        self.remedy = remedy
    }

    /// Two lines: what and why, and the remedy.
    public var description: String { "\(what): \(cause)\n  \(remedy)" }
}
