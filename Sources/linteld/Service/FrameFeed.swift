import Capture
import Dispatch

/// Brings frames from the capture thread to the screening queue: capture loop, ring and wake-up.
///
/// The consumer's end of the ring is confined to the stage's serial queue, which is what makes this Sendable.
final class FrameFeed: @unchecked Sendable {
    /// Frames that may wait: more than a second's worth at 60 frames a second.
    private static let ringCapacity = 64

    private let stage: ScreeningStage
    private let wake: WakeUp
    private let counters: FrameCounterReader
    private var consumer: FrameConsumer
    private let loop: CaptureLoop

    /// Starts the capture thread.
    ///
    /// - Parameter ended: called once when the source ends or fails by itself, after its last frame went into the ring.
    init(
        source: sending any FrameSource, stage: ScreeningStage, ended: @escaping @Sendable (CaptureError?) -> Void
    ) throws(CaptureError) {
        let ring = FrameRing(capacity: Self.ringCapacity, pixelCount: source.format.size.pixelCount)
        let wake = WakeUp(stage.queue)
        self.stage = stage
        self.wake = wake
        counters = ring.counters
        consumer = ring.consumer
        loop = try CaptureLoop(
            source: source, producer: ring.producer, onFrame: { wake() },
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
        wake.activate { [self] in drain() }
        wake()
    }

    /// Joins the capture thread and screens what is left in the ring; no frame is screened after this returned.
    ///
    /// - Returns: the account of the stream.
    func stop() -> FrameCounters {
        loop.stop()
        return stage.queue.sync {
            wake.cancel()
            drain()
            return counters.current
        }
    }

    /// Screens until the ring is empty: only an empty ring wakes again.
    private func drain() {
        while consumer.withNextFrame({ header, pixels in stage.take(header, pixels) }) != nil {}
    }
}
