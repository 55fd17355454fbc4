import Capture
import Dispatch

/// Gives the capture loop a ring for each format and the screening stage the frames of one ring after the other.
///
/// What is not said to be called on another thread is confined to the stage's serial queue, which is what makes this
/// Sendable.
package final class RingSwitch: @unchecked Sendable {
    private let stage: ScreeningStage
    private var reader: RingReader?
    private var isOpen = false
    /// The account of the rings that were replaced.
    private var before = FrameCounters()

    package init(stage: ScreeningStage) {
        self.stage = stage
    }

    /// Makes the ring for a format; called on the capture thread. What waits in the ring before is screened first, by
    /// the pipeline of its own format.
    package func attach(_ format: FrameFormat) -> FrameProducer {
        let ring = FrameRing(capacity: FrameRing.capacity(for: format), pixelCount: format.size.pixelCount)
        let next = NextRing(reader: RingReader(format, ring.counters, ring.consumer))
        stage.queue.async { self.use(next.reader) }
        return ring.producer
    }

    /// Lets frames through; those that came before have waited.
    package func open() {
        isOpen = true
        drain()
    }

    /// Screens what waits.
    package func drain() {
        guard isOpen else { return }
        reader?.drain { header, pixels in stage.take(header, pixels) }
    }

    /// The account of all streams so far.
    package var account: FrameCounters { reader.map { before + $0.account } ?? before }

    private func use(_ next: RingReader) {
        drain()
        before = account
        reader = next
        stage.open(next.format)
        // Frames that came before there was a reader have woken nobody who could read them.
        drain()
    }

    /// A reader on its way to the screening queue, where alone it is used.
    private struct NextRing: @unchecked Sendable {
        let reader: RingReader
    }
}
