import Capture
import Dispatch
import Journal

/// Brings frames from the capture thread to the screening queue: capture loop, rings and wake-up.
final class FrameFeed: Sendable {
    private let stage: ScreeningStage
    private let wake: WakeUp
    private let rings: RingSwitch
    private let loop: CaptureLoop

    /// How long stopping waits for the capture thread: a driver may hold it for longer.
    private static let patience = Duration.seconds(1)

    /// Starts the capture thread.
    ///
    /// - Parameter ended: called once when the source ends or fails by itself, after its last frame went into the ring.
    init(
        source: sending any FrameSource, stage: ScreeningStage, deadlines: StageDeadlines,
        ended: @escaping @Sendable (CaptureError?) -> Void
    ) throws(CaptureError) {
        let rings = RingSwitch(stage: stage)
        let wake = WakeUp(stage.queue) { rings.drain() }
        self.stage = stage
        self.wake = wake
        self.rings = rings
        loop = try CaptureLoop(
            source: source, attach: { rings.attach($0) }, onFrame: { wake() },
            onWake: { deadlines.beat(.capture, now: FrameClock.monotonicNow()) },
            onEnd: { end in
                switch end {
                case .stopped: break
                case .ended: ended(nil)
                case .failed(let error): ended(error)
                }
            })
    }

    /// Lets frames through to the stage; those that came before have waited in the ring.
    func start() {
        stage.queue.async { [rings] in rings.open() }
    }

    /// The account of the stream so far. Only called on the stage's queue.
    var account: FrameCounters { rings.account }

    /// Ends the capture thread and screens what is left in the ring; no frame is screened after this returned.
    ///
    /// - Returns: the account of the stream, and whether the thread came to its end in time.
    func stop() -> (account: FrameCounters, inTime: Bool) {
        let inTime = loop.stop(within: Self.patience)
        return stage.queue.sync {
            wake.cancel()
            rings.drain()
            return (rings.account, inTime)
        }
    }
}
