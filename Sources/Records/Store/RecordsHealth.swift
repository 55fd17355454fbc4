import Audit

/// Whether a store does its work. It holds no person.
public struct RecordsHealth: Hashable, Sendable {
    /// Why nothing is recorded; nothing where recording goes on.
    public let stopped: RecordsError?
    /// Milliseconds that the oldest thing was overdue after the last purge.
    public let lag: Int64
    /// Why the last purge failed; nothing where it did not.
    public let purgeFailure: RecordsError?
    /// The last purge that ended well, trusted UTC milliseconds.
    public let lastPurge: Int64?
    /// As it was read last.
    public let clock: TrustedClock
}

extension RecordCore {
    var health: RecordsHealth {
        RecordsHealth(
            stopped: stopped, lag: purge.lag, purgeFailure: purge.failure, lastPurge: purge.last, clock: clock)
    }

    mutating func takePurgeReport() -> PurgeReport {
        defer { purge.untold = PurgeReport() }
        return purge.untold
    }
}
