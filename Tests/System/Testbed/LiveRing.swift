import Capture
import Synchronization

/// Frames of one format on their way from the capture thread.
final class LiveRing: Sendable {
    let format: FrameFormat
    private let counter: FrameCounterReader
    private let consumer: Mutex<FrameConsumer>

    init(format: FrameFormat, counter: FrameCounterReader, consumer: consuming FrameConsumer) {
        self.format = format
        self.counter = counter
        self.consumer = Mutex(consumer)
    }

    var account: FrameCounters { counter.current }

    /// Hands on every frame that waits.
    func drain(_ body: (FrameHeader, Span<UInt16>) -> Void) {
        consumer.withLock { consumer in
            while consumer.withNextFrame(body) != nil {}
        }
    }
}
