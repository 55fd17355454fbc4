/// What is known of a consent, without its person.
public struct DeskConsent: Hashable, Sendable {
    /// A random UUID that says nothing about anybody.
    public var id: String
    /// Such as "entry_log".
    public var purpose: String
    public var isSensitive: Bool
    /// What may be kept under it, such as "time" and "direction".
    public var items: [String]
    public var state: State
    /// SHA-256 of the notice that was shown, 64 hexadecimal digits.
    public var notice: String
    /// When it was given, trusted UTC milliseconds.
    public var given: Int64
    /// Until when something may be recorded under it, trusted UTC milliseconds.
    public var expires: Int64
    /// Seconds that each record lives.
    public var retention: Int64
    /// Whether consent and events are the ones that were written.
    public var isAuthentic: Bool

    public init(
        id: String, purpose: String, isSensitive: Bool, items: [String], state: State, notice: String, given: Int64,
        expires: Int64, retention: Int64, isAuthentic: Bool
    ) {
        self.id = id
        self.purpose = purpose
        self.isSensitive = isSensitive
        self.items = items
        self.state = state
        self.notice = notice
        self.given = given
        self.expires = expires
        self.retention = retention
        self.isAuthentic = isAuthentic
    }

    /// What became of it.
    public enum State: String, CaseIterable, Hashable, Sendable {
        case requested, given, renewed, withdrawn, expired, invalidated
    }
}
