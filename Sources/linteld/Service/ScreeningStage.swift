import Capture
import Control
import Dispatch
import Journal
import Logging
import Radiometry
import Screening
import Settings

/// The screening queue and everything on it: from a frame to its log lines, counts and picture.
///
/// Confined to its own serial queue, which is what makes it Sendable.
package final class ScreeningStage: @unchecked Sendable {
    /// How often the stage looks at the clock, so that people end when frames stop.
    private static let tick = DispatchTimeInterval.milliseconds(250)

    package let queue = DispatchQueue(label: "screening", qos: .userInitiated)

    private var settings: Settings
    /// None until a camera was opened.
    private var pipeline: ScreeningPipeline?
    private let pictures: [PictureFeed]
    /// What a live camera is asked through; none for a source whose clock is its own.
    private let commands: CameraCommands?
    private var corrections: FlatFieldSchedule?
    private let deadlines: StageDeadlines
    private let clock: @Sendable () -> Int64
    private let board: DoorBoard
    /// Where events are told; none without a control socket.
    private let publisher: ControlPublisher?
    private var teller: EntryTeller?
    private var entries: EntryLog
    private var report: SceneReport
    private var times = FrameTimes()
    private var frames = 0
    private var framesAtTick = 0
    /// When the last frame was screened, nanoseconds of CLOCK_MONOTONIC.
    private var lastFrame: Int64?
    /// People that the pipelines before have seen.
    private var peopleBefore = 0
    private var timers: [any DispatchSourceTimer] = []

    /// - Parameters:
    ///   - pictures: where live pictures take their frames from.
    ///   - commands: of a live camera.
    ///   - publisher: told of every event.
    ///   - records: told of presentations and passages.
    ///   - clock: that of a live camera's frames, nanoseconds.
    package init(
        settings: Settings, logger: Logger, board: DoorBoard, deadlines: StageDeadlines, pictures: [PictureFeed] = [],
        commands: CameraCommands?, publisher: ControlPublisher? = nil, records: DoorRecords? = nil,
        clock: @escaping @Sendable () -> Int64 = FrameClock.monotonicNow
    ) {
        self.clock = clock
        self.settings = settings
        self.pictures = pictures
        self.commands = commands
        self.deadlines = deadlines
        self.board = board
        self.publisher = publisher
        teller = records.map { EntryTeller($0) }
        entries = EntryLog(entries: settings.journal.entries, logger: logger)
        report = SceneReport(logger: logger, board: board)
    }

    /// Starts the clock; until `finish`.
    ///
    /// - Parameter account: of the frames so far; asked on the queue.
    func start(account: @escaping @Sendable () -> FrameCounters) {
        queue.sync {
            timers = [
                timer(every: .seconds(EntryLog.countsInterval), leeway: .seconds(1)) { [self] in entries.writeCounts()
                },
                timer(every: Self.tick, leeway: .milliseconds(50)) { [self] in
                    lookAtClock()
                    note(account())
                },
            ]
        }
    }

    private func timer(
        every interval: DispatchTimeInterval, leeway: DispatchTimeInterval, _ body: @escaping @Sendable () -> Void
    ) -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.setEventHandler(handler: body)
        timer.schedule(deadline: .now() + interval, repeating: interval, leeway: leeway)
        timer.activate()
        return timer
    }

    /// Ends the stream before, so that nobody is judged by two cameras, and takes frames of this format from here on.
    /// Only called on the queue.
    package func open(_ format: FrameFormat) {
        close()
        teller?.begin()
        pipeline = ScreeningPipeline(format: format, settings: settings)
        for picture in pictures { picture.open(format) }
        if commands != nil { corrections = FlatFieldSchedule(now: clock()) }
        report.startAfresh()
    }

    /// Goes on by other settings, the camera's as before. Whoever is in view ends by the old ones, undecided where too
    /// little was measured, and is then measured anew: no outcome rests on both.
    package func apply(_ new: Settings) {
        queue.async { [self] in
            if new.reference != settings.reference || new.screening != settings.screening {
                pipeline?.apply(new) { record($0) }
                report.startAfresh()
            }
            settings = new
            entries.write(new.journal.entries)
        }
    }

    /// Screens one frame of the format that was opened last. Only called on the queue.
    package func take(_ header: FrameHeader, _ pixels: Span<UInt16>) {
        guard let pipeline else { return }
        let begin = FrameClock.monotonicNow()
        teller?.note(frame: header.timestamp, now: clock())
        pipeline.process(header, pixels) { record($0) }
        teller?.note(presentingSince: pipeline.presentingSince)
        let end = FrameClock.monotonicNow()
        times.add(nanoseconds: Int(end - begin))
        lastFrame = end
        frames += 1
        corrections?.observe(header)
        report.observe(pipeline.scene, needsReference: settings.reference.mode == .required)
        for picture in pictures { picture.offer(pixels, pipeline.scene) }
    }

    /// Shows that the queue lives; ends people whom no frame shows any more, and asks for a correction in a quiet moment.
    /// Only called on the queue.
    package func lookAtClock() {
        let now = clock()
        deadlines.beat(.screening, now: now)
        defer { framesAtTick = frames }
        guard let commands, let pipeline else { return }
        if frames == framesAtTick {
            pipeline.elapse(now: now) { record($0) }
            teller?.note(presentingSince: pipeline.presentingSince)
        } else if corrections?.isDue(now: now, doorwayEmpty: pipeline.isDoorwayEmpty) == true {
            commands.requestFlatFieldCorrection()
        }
    }

    private func record(_ event: EntryEvent) {
        let decision = entries.record(event)
        publisher?.publish(event)
        teller?.tell(event, decision)
    }

    /// Notes what happened so far on the board; allocates nothing. Only called on the queue.
    package func note(_ account: FrameCounters) {
        let totals = DoorTotals(frames: account, entries: EntryTotals(entries.counts), lastFrame: lastFrame)
        board.change { $0.totals = totals }
    }

    /// What happened so far. Only called on the queue.
    package var counts: EntryCounts { entries.counts }

    /// Ends the stream: open presentations get their outcome.
    private func close() {
        guard let pipeline else { return }
        pipeline.finish { record($0) }
        teller?.note(presentingSince: nil)
        peopleBefore += pipeline.people
        self.pipeline = nil
    }

    /// Ends the stream, and the last counts are written.
    package func finish() -> Result {
        queue.sync {
            for timer in timers { timer.cancel() }
            close()
            entries.writeCounts()
            return Result(frames: frames, people: peopleBefore, entries: entries.counts, times: times)
        }
    }

    /// What the stage has to say at its end.
    package struct Result: Sendable {
        package let frames: Int
        package let people: Int
        package let entries: EntryCounts
        let times: FrameTimes
    }
}
