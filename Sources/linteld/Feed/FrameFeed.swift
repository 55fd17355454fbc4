import Capture
import Dispatch

/// Brings frames from the capture thread to the screening queue: capture loop, rings and wake-up.
final class FrameFeed: Sendable {
    private let stage: ScreeningStage
    private let wake: WakeUp
    private let rings: RingSwitch
    private let loop: CaptureLoop

    /// Starts the capture thread.
    ///
    /// - Parameter ended: called once when the source ends or fails by itself, after its last frame went into the ring.
    init(
        source: sending any FrameSource, stage: ScreeningStage, ended: @escaping @Sendable (CaptureError?) -> Void
    ) throws(CaptureError) {
        let wake = WakeUp(stage.queue)
        let rings = RingSwitch(stage: stage, wake: wake)
        self.stage = stage
        self.wake = wake
        self.rings = rings
        loop = try CaptureLoop(
            source: source, attach: { rings.attach($0) }, onFrame: { wake() },
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
        wake.activate { [rings] in rings.drain() }
        wake()
    }

    /// Joins the capture thread and screens what is left in the ring; no frame is screened after this returned.
    ///
    /// - Returns: the account of the stream.
    func stop() -> FrameCounters {
        loop.stop()
        return stage.queue.sync {
            wake.cancel()
            rings.drain()
            return rings.account
        }
    }
}
