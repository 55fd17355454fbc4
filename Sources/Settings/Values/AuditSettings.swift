/// `[audit]`: the log of who used the records.
public struct AuditSettings: Hashable, Sendable {
    /// `keep`: how long the access log is kept, seconds; sensitive records ask for two years of it (Korean safety standard 8).
    public var keep: Int64 = 2 * 365 * 86_400

    public init() {}
}
