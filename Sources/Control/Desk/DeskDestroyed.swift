/// What was destroyed.
public struct DeskDestroyed: Hashable, Sendable {
    public var consents: Int
    public var entries: Int
    /// Whether every destroyed key was found gone: its slot holds none, and what was sealed under it does not open.
    public var isVerified: Bool

    public init(consents: Int, entries: Int, isVerified: Bool) {
        self.consents = consents
        self.entries = entries
        self.isVerified = isVerified
    }
}
