import Capture
import Journal
import Logging
import Settings

/// What the service's thread does from READY to STOPPING: waits for events, reads the configuration again, watches the
/// stages and tells systemd and the control socket.
struct ServiceLoop {
    /// Seconds that a disk may hold the records before it is said: a purge of much takes some.
    private static let longHeld = 30
    /// How much longer systemd waits for the start at each round.
    private static let startExtension = Duration.seconds(30)
    /// Time between two looks at the stages, at most.
    private static let longestRound = Duration.seconds(1)

    private let configuration: ServiceConfiguration
    private var settings: Settings
    private let logger: Logger
    private let events: ServiceEvents
    private let board: DoorBoard
    private let stage: ScreeningStage
    private let control: DoorControl
    private let records: DoorRecords
    private let log: LogWriter
    private let probe: LogProbe
    private let notifier = ServiceNotifier()
    private var supervisor: StageSupervisor
    private var told = ""
    private var isReady = false

    init(
        configuration: ServiceConfiguration, settings: Settings, logger: Logger, log: LogWriter,
        events: ServiceEvents, door: DoorParts, control: DoorControl, records: DoorRecords
    ) {
        self.configuration = configuration
        self.settings = settings
        self.logger = logger
        self.events = events
        board = door.board
        self.control = control
        self.records = records
        self.log = log
        stage = door.stage
        probe = LogProbe(log, door.deadlines)
        supervisor = StageSupervisor(door.deadlines, now: FrameClock.monotonicNow())
    }

    /// Runs until it is asked to stop, and tells systemd so. Ready is who has opened the records and destroyed what was overdue,
    /// with a camera or without; however long a disk takes for that, the start goes on.
    ///
    /// - Parameter seconds: the longest run; without end where there is none.
    /// - Returns: what made the source end, if it failed.
    mutating func run(seconds: Double?) -> CaptureError? {
        let end = seconds.map { FrameClock.monotonicNow() + Int64($0 * 1e9) } ?? .max
        let round = min(Self.longestRound, notifier.keepAliveInterval ?? Self.longestRound)
        tellReady()
        defer { notifier.stopping() }
        var nextRound = FrameClock.monotonicNow()
        while true {
            let now = FrameClock.monotonicNow()
            let pending = events.next(within: .nanoseconds(max(0, min(nextRound, end) - now)))
            if pending.stop { return pending.failure }
            if pending.reload { reload() }
            tellReady()
            let then = FrameClock.monotonicNow()
            if then >= end { return nil }
            if then >= nextRound {
                watchStages(now: then)
                nextRound = then + Int64(round / .nanoseconds(1))
            }
            tellState()
        }
    }

    private mutating func tellReady() {
        guard !isReady, records.isOpened else { return }
        isReady = true
        told = board.state.words
        notifier.ready(status: told)
    }

    private mutating func tellState() {
        let state = board.state
        control.publish(state, settings: settings, logLinesLost: log.dropped)
        let words = state.words
        guard words != told else { return }
        told = words
        notifier.status(words)
    }

    /// Keeps systemd from restarting the daemon while every stage meets its deadline.
    private mutating func watchStages(now: Int64) {
        let silent = probe.ask()
        let finding = supervisor.round(now: now)
        for stage in finding.becameLate {
            logger.report(
                .stageLate, "\(stage.rawValue) gave no sign of life for \(stage.deadline.components.seconds) s",
                metadata: ["stage": "\(stage.rawValue)"])
        }
        for stage in finding.returned {
            logger.report(.stageOnTime, "\(stage.rawValue) is back", metadata: ["stage": "\(stage.rawValue)"])
        }
        let isClockSynchronized = SystemLinteld.exists(settings.clock.synchronizedPath)
        if isClockSynchronized, !board.state.isClockSynchronized { records.purge() }
        let heldFor = records.heldFor(now: now).map { Int($0 / 1_000_000_000) } ?? 0
        board.change {
            $0.late = finding.late
            $0.journalSilent = silent
            $0.isClockSynchronized = isClockSynchronized
            $0.records.heldFor = heldFor >= Self.longHeld ? heldFor / 10 * 10 : nil
        }
        if finding.allMet { notifier.keepAlive() }
        if !isReady { notifier.starting(within: Self.startExtension) }
    }

    /// Reads the configuration again; a wrong one changes nothing.
    private mutating func reload() {
        do throws(SettingsError) {
            let change = SettingsChange(from: settings, to: try configuration.load())
            settings = change.settings
            if !change.applied.isEmpty { stage.apply(settings) }
            records.reload()
            logger.report(.settingsApplied, "configuration read again: \(change.words)")
        } catch {
            SettingsReport.log(error, to: logger)
            logger.report(.settingsRefused, "configuration refused: the one that was running stays")
        }
    }
}
