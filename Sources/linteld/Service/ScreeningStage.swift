import Capture
import Dispatch
import Logging
import Screening
import Settings

/// The screening queue and everything on it: from a frame to its log lines, counts and picture.
///
/// Confined to its own serial queue, which is what makes it Sendable.
final class ScreeningStage: @unchecked Sendable {
    let queue = DispatchQueue(label: "screening", qos: .userInitiated)

    private let pipeline: ScreeningPipeline
    private let picture: PictureFeed?
    private var entries: EntryLog
    private var states: StateLog
    private var times = FrameTimes()
    private var frames = 0
    private let countsTimer: any DispatchSourceTimer

    /// - Parameter picture: where the live picture takes its frames from, if there is one.
    init(format: FrameFormat, settings: Settings, logger: Logger, picture: PictureFeed?) {
        pipeline = ScreeningPipeline(format: format, settings: settings)
        self.picture = picture
        entries = EntryLog(entries: settings.journal.entries, logger: logger)
        states = StateLog(logger: logger)
        countsTimer = DispatchSource.makeTimerSource(queue: queue)
    }

    func start() {
        countsTimer.setEventHandler { [self] in entries.writeCounts() }
        let interval = DispatchTimeInterval.seconds(EntryLog.countsInterval)
        countsTimer.schedule(deadline: .now() + interval, repeating: interval, leeway: .seconds(1))
        countsTimer.activate()
    }

    /// Screens one frame. Only called on the queue.
    func take(_ header: FrameHeader, _ pixels: Span<UInt16>) {
        let begin = FrameClock.monotonicNow()
        pipeline.process(header, pixels) { entries.record($0) }
        times.add(nanoseconds: Int(FrameClock.monotonicNow() - begin))
        frames += 1
        states.observe(pipeline.scene)
        picture?.offer(pixels, pipeline.scene)
    }

    /// Ends the stream: open presentations get their outcome, and the last counts are written.
    func finish() -> Result {
        queue.sync {
            countsTimer.cancel()
            pipeline.finish { entries.record($0) }
            entries.writeCounts()
            return Result(frames: frames, people: pipeline.people, entries: entries.counts, times: times)
        }
    }

    /// What the stage has to say at its end.
    struct Result: Sendable {
        let frames: Int
        let people: Int
        let entries: EntryCounts
        let times: FrameTimes
    }
}
