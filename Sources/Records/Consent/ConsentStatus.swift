import Audit

/// What is known of a consent, without its person.
public struct ConsentStatus: Hashable, Sendable {
    public let id: RecordID
    public let purpose: Purpose
    public let items: RecordItems
    /// The last event's, or `expired` where its time is over.
    public let state: ConsentState
    /// SHA-256 of the notice that was shown.
    public let notice: [UInt8]
    /// When it was given, trusted UTC milliseconds.
    public let given: Int64
    /// Until when something may be recorded under it.
    public let deadline: Deadline
    /// Seconds that records live.
    public let retention: Int64
    /// Whether consent and events are the ones that were written.
    public let isAuthentic: Bool
}
