import Audit
import Logging
import Records
import Settings

/// The store, the access log and the consents that wait, and what happens to them. Confined to the records queue.
///
/// Whatever fails here stops recording, never the door.
package final class RecordsStage {
    let setup: RecordsSetup
    private let board: DoorBoard
    private let mailbox: EntryMailbox
    private var report: RecordsReport
    private(set) var store: RecordStore?
    /// Who used the records; kept in every mode where there is a place for it.
    private(set) var access: AccessLog?
    /// Why there is no access log.
    private(set) var accessFailure: RecordsError?
    /// Why there is no store.
    private(set) var refused: RecordsError?
    private(set) var readClock: (@Sendable () -> ClockReading)?
    private var keeper: EntryKeeper?
    private var news: [EntryNews] = []
    /// Why entries were not written last, so that a cause is logged once.
    private var appendFailure: RecordsError?
    /// Why the last look of the minute failed, likewise.
    private var tickFailure: RecordsError?

    init(setup: RecordsSetup, logger: Logger, board: DoorBoard, mailbox: EntryMailbox) {
        self.setup = setup
        self.board = board
        self.mailbox = mailbox
        report = RecordsReport(logger: logger)
        news.reserveCapacity(EntryMailbox.capacity)
    }

    // MARK: Opening

    /// Opens what the configuration wants and destroys what is overdue. Waits for the disk, for as long as it takes.
    func open() {
        refused = nil
        guard let directory = setup.directory else {
            if setup.isConsented { refused = Self.noDirectory }
            return conclude()
        }
        do throws(RecordsError) {
            let clock = try setup.clock()
            readClock = clock
            if access == nil { openAccessLog(in: directory, clock) }
            let keeper = setup.isConsented ? try EntryKeeper(gate: setup.door) : nil
            if store == nil { store = try RecordStore.open(setup.store(in: directory, clock: clock)) }
            self.keeper = keeper
        } catch {
            refused = error
        }
        conclude()
    }

    private func openAccessLog(in directory: String, _ clock: @escaping @Sendable () -> ClockReading) {
        accessFailure = nil
        do throws(RecordsError) {
            access = try AccessLog.open(
                "\(directory)/access", keep: setup.settings.audit.keep, random: setup.random, clock: clock)
        } catch {
            accessFailure = error
            // Where nothing is recorded, no state tells of it.
            if !setup.isConsented { report.failed("nobody can use what is kept", error) }
        }
    }

    private static let noDirectory = RecordsError(
        .system, what: "state directory", cause: "there is none",
        remedy: "Start the daemon by its unit, or name one with --state-directory.")

    /// Tries again what could not be opened, and purges.
    func reload() {
        if refused != nil || accessFailure != nil { open() } else { tick() }
    }

    // MARK: Purging

    /// Destroys what is over.
    func tick() {
        do throws(RecordsError) {
            try store?.tick()
            try access?.purge()
            tickFailure = nil
        } catch {
            if tickFailure != error { report.failed("the minute's look at the records failed", error) }
            tickFailure = error
        }
        conclude()
    }

    /// Logs what was destroyed and notes how the records do; after whatever may have changed either.
    func conclude() {
        if let store { report.purged(store.takePurgeReport()) }
        let state = state
        report.take(state) { (try? self.store?.status()) ?? nil }
        board.change { board in
            let heldFor = board.records.heldFor
            board.records = state
            board.records.heldFor = heldFor
        }
    }

    var state: RecordsState {
        var state = RecordsState()
        if let health = store?.health {
            state.purge = RecordsState.Purge(health)
            state.lag = health.lag
        }
        state.recording = recording
        return state
    }

    private var recording: RecordsState.Recording {
        if let refused { return .refused(refused) }
        guard setup.isConsented, let store else { return .off }
        if let stopped = accessFailure ?? store.health.stopped { return .stopped(stopped) }
        return .recording
    }

    var isRecording: Bool { recording == .recording }

    // MARK: Entries

    /// Takes in what the screening queue told, and records what is ready.
    func takeNews() {
        let lost = mailbox.take(into: &news)
        defer { news.removeAll(keepingCapacity: true) }
        guard isRecording else { return }
        if lost > 0 { report.lost(lost) }
        for news in news {
            if let due = keeper?.take(news, presentingSince: mailbox.presentingSince) { write([due]) }
        }
    }

    /// Records what has waited for its passage long enough.
    ///
    /// - Parameter now: CLOCK_MONOTONIC nanoseconds.
    func settle(at now: Int64) {
        let due = keeper?.due(at: now, presentingSince: mailbox.presentingSince) ?? []
        if isRecording { write(due) }
    }

    /// A consent that is presented at the door.
    func present(_ reference: consuming SubjectReference, at time: Int64) {
        keeper?.present(reference, at: time)
    }

    /// When `settle` has something to do next, CLOCK_MONOTONIC nanoseconds.
    var next: Int64? { keeper?.next }

    private func write(_ due: [EntryKeeper.Due]) {
        guard let store, !due.isEmpty else { return }
        do throws(RecordsError) {
            for due in due { _ = try store.append(due.entry, under: due.consent.reference) }
            appendFailure = nil
        } catch {
            if appendFailure != error { report.failed("an entry could not be recorded", error) }
            appendFailure = error
        }
        conclude()
    }

    /// Decides what waits, and lets go of the disk.
    func finish() {
        takeNews()
        settle(at: .max)
        tick()
        store = nil
        access = nil
    }
}
