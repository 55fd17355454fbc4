import Capture

/// The reading end of one ring, for frames of one format. Confined to the screening queue.
final class RingReader {
    let format: FrameFormat
    private let counters: FrameCounterReader
    private var consumer: FrameConsumer

    init(_ format: FrameFormat, _ counters: FrameCounterReader, _ consumer: consuming FrameConsumer) {
        self.format = format
        self.counters = counters
        self.consumer = consumer
    }

    /// The account of the stream so far.
    var account: FrameCounters { counters.current }

    /// Hands on frames until the ring is empty: only an empty ring wakes again.
    func drain(_ body: (FrameHeader, Span<UInt16>) -> Void) {
        while consumer.withNextFrame(body) != nil {}
    }
}
