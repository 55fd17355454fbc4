import Audit

/// What a store says of itself. It holds no person.
public struct RecordsStatus: Hashable, Sendable {
    /// Why nothing is recorded; nothing where recording goes on.
    public let stopped: RecordsError?
    public let consents: Int
    public let entries: Int
    public let epochs: Int
    /// The retention in force for each purpose, seconds.
    public let retention: [Purpose: Int64]
    /// The hash of the notice in each language.
    public let notices: [String: [UInt8]]
    /// When the next thing dies, trusted UTC milliseconds.
    public let nextDeadline: Int64?
    /// Milliseconds that the oldest thing is overdue.
    public let lag: Int64
    /// The last purge that ended well, trusted UTC milliseconds.
    public let lastPurge: Int64?
    /// Why the last purge failed.
    public let purgeFailure: RecordsError?
    /// The last lines of the ledger, newest first.
    public let ledger: [LedgerEntry]
    public let refusalsToday: Int
    public let clock: TrustedClock
}
