import Audit

/// A span of the trusted time whose entries share one key and one end.
struct Epoch: Hashable, Sendable {
    let number: Int64
    let purpose: Purpose
    /// Seconds, as promised when it was opened.
    let retention: Int64
    let starts: Deadline
    /// When it dies: its start and the retention, or earlier where the retention was shortened since.
    let expires: Deadline
    let slot: Int
    let state: State
    let canary: [UInt8]
    let rows: Int
    let reason: PurgeReason

    enum State: String, Sendable {
        /// Readable.
        case open
        /// Condemned: nobody reads it any more.
        case hidden
        /// Its key is destroyed and its table gone; the ledger does not know yet.
        case dropped
    }

    /// Milliseconds of one epoch: an hour, or a twenty-fourth of a short retention.
    static func span(retention: Int64) -> Int64 { min(3_600_000, retention * 1000 / 24) }

    /// The start of the epoch that a moment falls into. Entries expire from there, so that none outlives its promise.
    static func start(at clock: TrustedClock, retention: Int64) -> Deadline {
        let span = span(retention: retention)
        let utc = clock.now.floored(by: span) * span
        return Deadline(utc: utc, uptime: clock.uptime - (clock.now - utc + 999) / 1000)
    }

    /// The end of something that starts there.
    static func end(_ start: Deadline, retention: Int64) -> Deadline {
        Deadline(
            utc: start.utc.saturated(adding: retention.saturated(by: 1000)),
            uptime: start.uptime.saturated(adding: retention))
    }
}

/// Why something was destroyed.
public enum PurgeReason: String, CaseIterable, Hashable, Sendable {
    /// Its time was over.
    case expiry
    /// A shorter retention reaches it.
    case policy
    /// Somebody withdrew a consent.
    case withdrawal
    /// A consent and the time of its proof are over.
    case consentExpiry = "consent-expiry"
    /// Its key was not there any more.
    case keyLost = "key-lost"
}
