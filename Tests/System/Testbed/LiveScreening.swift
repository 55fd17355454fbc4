import Capture
import Dispatch
import Radiometry
import Screening
import Settings
import Synchronization

/// Takes frames from a capture thread and screens them on the thread that calls `run`.
///
/// Sendable because the capture thread only reaches what the mutex and the semaphore hold.
final class LiveScreening: @unchecked Sendable {
    private let settings: Settings
    private let ring = Mutex<LiveRing?>(nil)
    private let news = DispatchSemaphore(value: 0)
    private var pipeline: ScreeningPipeline?
    private var frames = 0

    init(settings: Settings) { self.settings = settings }

    // MARK: On the capture thread

    func enter(_ state: CameraState) {
        StandardStreams.writeError(state.words)
        if case .streaming = state { StandardStreams.writeError("streaming") }
    }

    func attach(_ format: FrameFormat) -> FrameProducer {
        let made = FrameRing(capacity: 64, pixelCount: format.size.pixelCount)
        let counter = made.counters
        let reader = LiveRing(format: format, counter: counter, consumer: made.consumer)
        ring.withLock { $0 = reader }
        return made.producer
    }

    func wake() { news.signal() }

    // MARK: On the calling thread

    /// Screens frames until there were so many, or none came for so many seconds after the first.
    func run(frames limit: Int, silence: Double) {
        while frames < limit {
            let patience = frames == 0 ? 60 : silence
            guard news.wait(timeout: .now() + patience) == .success else { return }
            takeFrames()
        }
    }

    /// Ends the stream and prints the account of its frames.
    func finish() {
        takeFrames()
        pipeline?.finish { print($0) }
        let account = ring.withLock { $0 }?.account ?? FrameCounters()
        StandardStreams.writeLine(
            """
            {"type":"summary","frames":\(frames),"numbered":\(account.numbered),"delivered":\(account.delivered),\
            "lost":\(account.lost),"balanced":\(account.isBalanced)}
            """)
    }

    private func takeFrames() {
        guard let ring = ring.withLock({ $0 }) else { return }
        let pipeline = self.pipeline ?? ScreeningPipeline(format: ring.format, settings: settings)
        self.pipeline = pipeline
        ring.drain { header, pixels in
            pipeline.process(header, pixels) { print($0) }
            frames += 1
        }
    }

    private func print(_ event: EntryEvent) {
        switch event {
        case .screening(let screening):
            let skin = screening.skin.map { "\($0.celsius)" } ?? "null"
            let reason = screening.reason.map { "\"\($0.rawValue)\"" } ?? "null"
            StandardStreams.writeLine(
                """
                {"type":"screening","outcome":"\(screening.outcome.rawValue)","skin_c":\(skin),"reason":\(reason)}
                """)
        case .passage(let passage):
            StandardStreams.writeLine("{\"type\":\"passage\",\"direction\":\"\(passage.direction.rawValue)\"}")
        }
    }
}
