import Capture
import Synchronization

/// Makes the rings that a capture loop asks for, and keeps the ends that read.
final class Rings: Sendable {
    private let capacity: Int
    private let pixelCount: Int?
    private let consumers = Mutex<[Reader]>([])

    /// The reading end of one ring, used by one thread at a time.
    final class Reader: Sendable {
        let format: FrameFormat
        let counters: FrameCounterReader
        private let consumer: Mutex<FrameConsumer>

        init(_ format: FrameFormat, _ counters: FrameCounterReader, _ consumer: consuming FrameConsumer) {
            self.format = format
            self.counters = counters
            self.consumer = Mutex(consumer)
        }

        func next<Result: Sendable>(_ body: (FrameHeader, Span<UInt16>) -> Result) -> Result? {
            consumer.withLock { $0.withNextFrame(body) }
        }
    }

    /// - Parameter pixelCount: of a slot; what the format says unless given.
    init(capacity: Int, pixelCount: Int? = nil) {
        self.capacity = capacity
        self.pixelCount = pixelCount
    }

    /// The rings made so far, the newest last.
    var readers: [Reader] { consumers.withLock { $0 } }

    func attach(_ format: FrameFormat) -> FrameProducer {
        let ring = FrameRing(capacity: capacity, pixelCount: pixelCount ?? format.size.pixelCount)
        let reader = Reader(format, ring.counters, ring.consumer)
        consumers.withLock { $0.append(reader) }
        return ring.producer
    }
}
