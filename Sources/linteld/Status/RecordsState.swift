import Audit
import Records

/// What becomes of records at this door, as status and journal say it. It holds no person.
package struct RecordsState: Hashable, Sendable {
    package var recording = Recording.off
    package var purge = Purge.none
    /// Milliseconds that the oldest thing was overdue after the last purge; none without a store.
    package var lag: Int64?
    /// Seconds that the disk has held the records queue, once that is long.
    package var heldFor: Int?

    package init() {}

    package enum Recording: Hashable, Sendable {
        /// The configuration wants nothing kept.
        case off
        /// The store is being opened, and what is overdue destroyed.
        case opening
        /// What people agreed to is recorded.
        case recording
        /// Nothing new is recorded; what is there can be used and dies on time.
        case stopped(RecordsError)
        /// The store can't be opened.
        case refused(RecordsError)
    }

    package enum Purge: Hashable, Sendable {
        /// There is no store.
        case none
        /// Nothing is overdue.
        case current
        /// Something has been overdue for more than an hour; that many minutes.
        case late(minutes: Int64, RecordsError?)
        /// The last purge failed; the next one tries again.
        case failing(RecordsError)
    }

    /// To follow what the door does, with a separator; empty where nothing is to be said.
    var words: String {
        let recording =
            switch recording {
            case .off: ""
            case .opening: "; records opening"
            case .recording: "; recording"
            case .stopped(let error): "; recording stopped: \(error.cause)"
            case .refused(let error): "; recording stopped: \(error.what): \(error.cause)"
            }
        let purge =
            switch purge {
            case .none, .current: ""
            case .late(let minutes, _): "; purge late by \(minutes) min"
            case .failing(let error): "; purge failing: \(error.cause)"
            }
        return recording + purge + (heldFor.map { "; disk not answering for \($0) s" } ?? "")
    }
}

extension RecordsState.Purge {
    /// More than this is late, milliseconds: recording stops then.
    private static let longestLag: Int64 = 3_600_000

    init(_ health: RecordsHealth) {
        if health.lag > Self.longestLag {
            self = .late(minutes: min(health.lag / 60_000, 9_999_999), health.purgeFailure)
        } else if let failure = health.purgeFailure {
            self = .failing(failure)
        } else {
            self = .current
        }
    }
}
