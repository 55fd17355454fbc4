import Capture
import Dispatch

/// Gives the capture loop a ring for each format and the screening stage the frames of one ring after the other.
///
/// All but `attach` is confined to the stage's serial queue, which is what makes this Sendable.
final class RingSwitch: @unchecked Sendable {
    private let stage: ScreeningStage
    private let wake: WakeUp
    private var reader: RingReader?
    /// The account of the rings that were replaced.
    private var before = FrameCounters()

    init(stage: ScreeningStage, wake: WakeUp) {
        self.stage = stage
        self.wake = wake
    }

    /// Makes the ring for a format; called on the capture thread. What waits in the ring before is screened first, by
    /// the pipeline of its own format.
    func attach(_ format: FrameFormat) -> FrameProducer {
        let ring = FrameRing(capacity: FrameRing.capacity(for: format), pixelCount: format.size.pixelCount)
        let next = NextRing(reader: RingReader(format, ring.counters, ring.consumer))
        stage.queue.async { self.use(next.reader) }
        return ring.producer
    }

    /// Screens what waits.
    func drain() {
        reader?.drain { header, pixels in stage.take(header, pixels) }
    }

    /// The account of all streams so far.
    var account: FrameCounters { reader.map { before + $0.account } ?? before }

    private func use(_ next: RingReader) {
        drain()
        before = account
        reader = next
        stage.open(next.format)
        // Frames came before there was a reader to wake.
        wake()
    }

    /// A reader on its way to the screening queue, where alone it is used.
    private struct NextRing: @unchecked Sendable {
        let reader: RingReader
    }
}
