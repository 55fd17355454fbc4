import Audit
import Control
import Dispatch
import Logging
import Records
import Synchronization

/// The records of a door on a queue of their own, of utility priority: nothing that sees or lets through people waits for it.
package final class DoorRecords: Sendable {
    /// Seconds between two purges.
    private static let tick = 60
    /// How long stopping waits for the disk.
    private static let patience = DispatchTimeInterval.milliseconds(500)

    package let queue: DispatchQueue
    private let mailbox: EntryMailbox
    private let confined: Confined
    private let wake: WakeUp
    /// When the job began that runs, nanoseconds; 0 while none does.
    private let busySince = Atomic<Int64>(0)
    private let opened = Atomic<Bool>(false)

    /// Only used on the queue, which is what makes it Sendable.
    private final class Confined: @unchecked Sendable {
        let stage: RecordsStage
        let monotonic: @Sendable () -> Int64
        let hasPlace: Bool
        let alarm: any DispatchSourceTimer
        var minute: (any DispatchSourceTimer)?

        init(_ stage: RecordsStage, _ queue: DispatchQueue) {
            self.stage = stage
            monotonic = stage.setup.monotonic
            hasPlace = stage.setup.directory != nil || stage.setup.isConsented
            alarm = DispatchSource.makeTimerSource(queue: queue)
        }

        /// Looks again when something has waited long enough.
        func schedule() {
            guard let next = stage.next else { return alarm.schedule(deadline: .distantFuture) }
            let wait = max(0, next.subtractingReportingOverflow(monotonic()).partialValue)
            alarm.schedule(deadline: .now() + .nanoseconds(Int(wait)), leeway: .milliseconds(100))
        }

        func lookAtClock() {
            stage.takeNews()
            stage.settle(at: monotonic())
            schedule()
        }
    }

    package init(setup: RecordsSetup, logger: Logger, board: DoorBoard) {
        let queue = DispatchQueue(label: "records", qos: .utility)
        let mailbox = EntryMailbox()
        let confined = Confined(
            RecordsStage(setup: setup, logger: logger, board: board, mailbox: mailbox), queue)
        confined.alarm.setEventHandler { confined.lookAtClock() }
        confined.alarm.schedule(deadline: .distantFuture)
        confined.alarm.activate()
        self.queue = queue
        self.mailbox = mailbox
        self.confined = confined
        wake = WakeUp(queue) { confined.lookAtClock() }
        if setup.isConsented { board.change { $0.records.recording = .opening } }
    }

    /// Whether there is a place for anything, or should be: somebody may ask then.
    package var hasPlace: Bool { confined.hasPlace }

    // MARK: From the service's thread

    /// Opens the store and destroys what is overdue, then once a minute.
    ///
    /// - Parameter done: called on the queue when that is over, whatever came of it.
    package func open(_ done: @escaping @Sendable () -> Void = {}) {
        run { [self] in
            confined.stage.open()
            startMinutes()
            opened.store(true, ordering: .releasing)
            done()
        }
    }

    /// Whether opening is over.
    package var isOpened: Bool { opened.load(ordering: .acquiring) }

    private func startMinutes() {
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.setEventHandler { [self] in job { confined.stage.tick() } }
        timer.schedule(
            deadline: .now() + .seconds(Self.tick), repeating: .seconds(Self.tick), leeway: .seconds(1))
        timer.activate()
        confined.minute = timer
    }

    /// Destroys what is over: the clock was synchronised.
    package func purge() { run { [confined] in confined.stage.tick() } }

    /// The configuration was read again: tries again what could not be opened, and purges.
    package func reload() { run { [confined] in confined.stage.reload() } }

    /// Nanoseconds that the disk has held the queue; none while it is idle.
    package func heldFor(now: Int64) -> Int64? {
        let since = busySince.load(ordering: .relaxed)
        return since == 0 ? nil : max(0, now.subtractingReportingOverflow(since).partialValue)
    }

    /// Records what waits and lets go of the disk; call it when no news come any more.
    ///
    /// - Returns: whether that was over in time; a purge that was held goes on at the next start.
    package func stop() -> Bool {
        wake.cancel()
        let done = DispatchSemaphore(value: 0)
        run { [confined] in
            confined.alarm.cancel()
            confined.minute?.cancel()
            confined.minute = nil
            confined.stage.finish()
            done.signal()
        }
        return done.wait(timeout: .now() + Self.patience) == .success
    }

    // MARK: From the screening queue

    /// Tells what happened at the door; allocates nothing and waits for nothing.
    package func tell(_ news: EntryNews) {
        mailbox.post(news)
        wake()
    }

    /// Notes whether somebody presents; allocates nothing.
    package func note(presentingSince: Int64?) { mailbox.presentingSince = presentingSince }

    // MARK: The queue

    /// Looks what is ready to be recorded. Only called on the queue.
    package func lookAtClock() { confined.lookAtClock() }

    var monotonicNow: Int64 { confined.monotonic() }

    /// Only called on the queue.
    package var stage: RecordsStage { confined.stage }

    /// Does something on the queue, and looks afterwards what waits.
    func run(_ body: @escaping @Sendable () -> Void) {
        queue.async { [self] in
            job(body)
            confined.schedule()
        }
    }

    private func job(_ body: () -> Void) {
        busySince.store(max(1, confined.monotonic()), ordering: .relaxed)
        body()
        busySince.store(0, ordering: .relaxed)
    }
}
