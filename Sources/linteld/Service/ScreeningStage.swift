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

    /// None until a camera was opened.
    private var pipeline: ScreeningPipeline?
    private let settings: Settings
    private let picture: PictureFeed?
    private var entries: EntryLog
    private var states: StateLog
    private var times = FrameTimes()
    private var frames = 0
    /// People that the pipelines before have seen.
    private var peopleBefore = 0
    private let countsTimer: any DispatchSourceTimer

    /// - Parameter picture: where the live picture takes its frames from, if there is one.
    init(settings: Settings, logger: Logger, picture: PictureFeed?) {
        self.settings = settings
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

    /// Ends the stream before, so that nobody is judged by two cameras, and takes frames of this format from here on.
    /// Only called on the queue.
    func open(_ format: FrameFormat) {
        close()
        pipeline = ScreeningPipeline(format: format, settings: settings)
    }

    /// Ends the stream: open presentations get their outcome.
    private func close() {
        guard let pipeline else { return }
        pipeline.finish { entries.record($0) }
        peopleBefore += pipeline.people
        self.pipeline = nil
    }

    /// Screens one frame of the format that was opened last. Only called on the queue.
    func take(_ header: FrameHeader, _ pixels: Span<UInt16>) {
        guard let pipeline else { return }
        let begin = FrameClock.monotonicNow()
        pipeline.process(header, pixels) { entries.record($0) }
        times.add(nanoseconds: Int(FrameClock.monotonicNow() - begin))
        frames += 1
        states.observe(pipeline.scene)
        picture?.offer(pixels, pipeline.scene)
    }

    /// Ends the stream, and the last counts are written.
    func finish() -> Result {
        queue.sync {
            countsTimer.cancel()
            close()
            entries.writeCounts()
            return Result(frames: frames, people: peopleBefore, entries: entries.counts, times: times)
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
