import Capture
import Foundation
import Synchronization
import Testing

@Suite("frame ring")
struct FrameRingTests {
    /// Starts before the wrap-around of the internal index, on it, and far from it.
    static let firstIndices: [UInt64] = [0, .max - 2, .max, UInt64(Int64.max) - 2]

    /// Writes a frame whose pixels follow from its number.
    static func publish(_ number: UInt64, to producer: inout FrameProducer) -> FrameProducer.Publication {
        producer.withNextSlot { pixels in
            for index in pixels.indices { pixels[index] = UInt16(truncatingIfNeeded: number &+ UInt64(index)) }
            return FrameHeader(sequence: number, timestamp: Int64(truncatingIfNeeded: number) * 7)
        }
    }

    /// Reads a frame's number and checks its content.
    static func take(from consumer: inout FrameConsumer) -> UInt64? {
        consumer.withNextFrame { header, pixels in
            var intact = header.timestamp == Int64(truncatingIfNeeded: header.sequence) * 7
            for index in pixels.indices {
                intact = intact && pixels[index] == UInt16(truncatingIfNeeded: header.sequence &+ UInt64(index))
            }
            return intact ? header.sequence : .max
        }
    }

    @Test("frames come out whole and in order, also across the index wrap-around", arguments: firstIndices)
    func order(firstIndex: UInt64) {
        var ring = FrameRing(capacity: 3, pixelCount: 5, firstIndex: firstIndex)
        for number in 0..<20 as Range<UInt64> {
            #expect(Self.publish(2 * number, to: &ring.producer) == .published(wasEmpty: true))
            #expect(Self.publish(2 * number + 1, to: &ring.producer) == .published(wasEmpty: false))
            #expect(Self.take(from: &ring.consumer) == 2 * number)
            #expect(Self.take(from: &ring.consumer) == 2 * number + 1)
            #expect(Self.take(from: &ring.consumer) == nil)
        }
        #expect(ring.counters.current.delivered == 40)
        #expect(ring.counters.current.isBalanced)
    }

    @Test("a full ring drops the newest frame and counts it", arguments: 1...9)
    func full(capacity: Int) {
        var ring = FrameRing(capacity: capacity, pixelCount: 5, firstIndex: .max - 3)
        for number in 0..<UInt64(capacity) {
            #expect(Self.publish(number, to: &ring.producer) == .published(wasEmpty: number == 0))
        }
        #expect(Self.publish(UInt64(capacity), to: &ring.producer) == .ringFull)
        #expect(ring.counters.current.ringFull == 1)
        #expect(ring.counters.current.waiting == UInt64(capacity))
        for number in 0..<UInt64(capacity) { #expect(Self.take(from: &ring.consumer) == number) }
        #expect(Self.take(from: &ring.consumer) == nil)
        // The dropped number is not counted as a gap a second time.
        #expect(Self.publish(UInt64(capacity) + 1, to: &ring.producer) == .published(wasEmpty: true))
        #expect(ring.counters.current.gap == 0)
        #expect(ring.counters.current.isBalanced)
    }

    @Test("a closure that writes nothing publishes nothing")
    func nothing() {
        var ring = FrameRing(capacity: 2, pixelCount: 5)
        #expect(ring.producer.withNextSlot { _ in nil } == .nothing)
        #expect(Self.take(from: &ring.consumer) == nil)
        #expect(ring.counters.current == FrameCounters())
    }

    @Test("a consumer that throws still gives the slot back")
    func throwing() {
        struct Refused: Error {}
        var ring = FrameRing(capacity: 1, pixelCount: 5)
        _ = Self.publish(0, to: &ring.producer)
        #expect(throws: Refused.self) {
            _ = try ring.consumer.withNextFrame { (_, _) throws(Refused) -> Int in throw Refused() }
        }
        #expect(Self.publish(1, to: &ring.producer) == .published(wasEmpty: true))
        #expect(Self.take(from: &ring.consumer) == 1)
    }

    @Test("every lost number is counted by its cause")
    func losses() {
        var ring = FrameRing(capacity: 8, pixelCount: 5)
        _ = Self.publish(10, to: &ring.producer)
        ring.producer.lose(.error)
        ring.producer.lose(.short)
        _ = Self.publish(15, to: &ring.producer)
        ring.producer.lose(.gap, count: 4)
        _ = Self.publish(20, to: &ring.producer)
        while Self.take(from: &ring.consumer) != nil {}
        let counters = ring.counters.current
        #expect(counters.numbered == 20 - 10 + 1)
        #expect(counters.delivered == 3)
        #expect(counters.lost(.error) == 1)
        #expect(counters.lost(.short) == 1)
        #expect(counters.lost(.gap) == 2 + 4)
        #expect(counters.lost == 8)
        #expect(counters.isBalanced)
    }

    @Test("a new format generation or a number that runs backwards starts a new stream, not a gap")
    func newStream() {
        var ring = FrameRing(capacity: 8, pixelCount: 5)
        for (sequence, generation) in [(5, 0), (1_000, 1), (3, 1), (4, 1)] as [(UInt64, UInt32)] {
            _ = ring.producer.withNextSlot { _ in
                FrameHeader(sequence: sequence, timestamp: 0, formatGeneration: generation)
            }
        }
        #expect(ring.counters.current.gap == 0)
        #expect(ring.counters.current.numbered == 4)
    }

    @Test("the ring does what a plain queue does, for any order of operations", arguments: 0..<64)
    func model(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        let capacity = Int.random(in: 1...9, using: &generator)
        var ring = FrameRing(
            capacity: capacity, pixelCount: 3, firstIndex: UInt64.max &- UInt64.random(in: 0..<400, using: &generator))
        var queue: [UInt64] = []
        var expected = FrameCounters()
        var number: UInt64 = 0
        for _ in 0..<2_000 {
            switch Int.random(in: 0..<9, using: &generator) {
            case 0..<4:
                let wasEmpty = queue.isEmpty
                let publication = Self.publish(number, to: &ring.producer)
                if queue.count < capacity {
                    #expect(publication == .published(wasEmpty: wasEmpty))
                    queue.append(number)
                } else {
                    #expect(publication == .ringFull)
                    expected.ringFull += 1
                }
                number += 1
                expected.numbered = number
            case 4..<7:
                let taken = Self.take(from: &ring.consumer)
                #expect(taken == queue.first)
                if !queue.isEmpty {
                    queue.removeFirst()
                    expected.delivered += 1
                }
            case 7:
                ring.producer.lose(.error)
                expected.error += 1
                number += 1
                expected.numbered = number
            default:
                // Before the first frame there is nothing that a number could skip.
                if number > 0 {
                    ring.producer.lose(.gap, count: 3)
                    expected.gap += 3
                    number += 3
                    expected.numbered = number
                }
            }
            expected.waiting = UInt64(queue.count)
            #expect(ring.counters.current == expected)
            #expect(ring.counters.current.isBalanced)
        }
    }

    @Test("two threads pass millions of frames: none torn, none out of order, every one accounted for")
    func twoThreads() {
        let frames = UInt64(environment("LINTEL_RING_FRAMES") ?? "") ?? 10_000_000
        let ring = FrameRing(capacity: 64, pixelCount: 8, firstIndex: UInt64.max - 1_000)
        let counters = ring.counters
        let writer = Writer(ring.producer)
        let reader = Reader(ring.consumer)
        // A thread of its own: the pool that runs tests may be too small for two that never wait.
        let thread = Thread { writer.run(untilDelivered: frames) }
        thread.start()
        reader.run(until: writer)
        let result = counters.current
        #expect(reader.bad == 0)
        #expect(result.numbered == writer.published)
        #expect(result.waiting == 0)
        #expect(result.delivered == reader.taken)
        #expect(result.isBalanced)
        #expect(reader.taken >= frames)
    }

    private func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name]
    }

    /// Publishes frames, never waiting for room, until the consumer was given a number of them.
    private final class Writer: Sendable {
        private let producer: Mutex<FrameProducer>
        /// The frames published, those dropped included; zero until the writer is done.
        private let outcome = Atomic<UInt64>(0)

        var published: UInt64 { outcome.load(ordering: .acquiring) }

        init(_ producer: consuming FrameProducer) {
            self.producer = Mutex(producer)
        }

        func run(untilDelivered frames: UInt64) {
            producer.withLock { producer in
                var number: UInt64 = 0
                while producer.counters.delivered < frames {
                    for _ in 0..<512 {
                        _ = FrameRingTests.publish(number, to: &producer)
                        number += 1
                    }
                }
                outcome.store(number, ordering: .releasing)
            }
        }
    }

    private final class Reader {
        private var consumer: FrameConsumer
        private(set) var taken: UInt64 = 0
        private(set) var bad = 0

        init(_ consumer: consuming FrameConsumer) {
            self.consumer = consumer
        }

        func run(until writer: Writer) {
            var last: UInt64?
            while true {
                let wasDone = writer.published > 0
                if let number = FrameRingTests.take(from: &consumer) {
                    if number == .max || last.map({ number <= $0 }) ?? false { bad += 1 }
                    last = number
                    taken += 1
                } else if wasDone {
                    return
                }
            }
        }
    }
}
