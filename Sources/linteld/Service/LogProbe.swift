import Capture
import Journal
import Synchronization

/// Sees whether the log thread lives, without ever waiting for it.
final class LogProbe: Sendable {
    /// A journal that takes this long for one line is said not to answer.
    private static let silence = Duration.seconds(5)

    private let log: LogWriter
    private let deadlines: StageDeadlines
    private let isAsked = Atomic<Bool>(false)

    init(_ log: LogWriter, _ deadlines: StageDeadlines) {
        self.log = log
        self.deadlines = deadlines
    }

    /// Asks the thread for a sign of life, unless it still owes one.
    ///
    /// A journal that does not answer holds the thread in a state of its own: a restart would not mend it.
    ///
    /// - Returns: how many lines were dropped so far, while the journal does not answer.
    func ask() -> UInt64? {
        if !isAsked.exchange(true, ordering: .acquiringAndReleasing) {
            log.afterWaitingLines { [self] in
                deadlines.beat(.log, now: FrameClock.monotonicNow())
                isAsked.store(false, ordering: .releasing)
            }
        }
        guard let held = log.heldFor else { return nil }
        deadlines.beat(.log, now: FrameClock.monotonicNow())
        return held > Self.silence ? log.dropped : nil
    }
}
