import Capture

/// The ring, written and read in turn by one thread: what an operation costs without waiting for another core.
struct RingBench {
    let text: String

    init() {
        let small = Self.operations(pixels: 16, rounds: 2_000_000)
        let frame = Self.operations(pixels: 160 * 120, rounds: 100_000)
        text = """
            Ring, one thread writing and reading in turn:
              frames of 16 pixels        \(Int(small)) writes and reads a second
              frames of 160x120 pixels   \(Int(frame)) writes and reads a second
            """
    }

    private static func operations(pixels: Int, rounds: Int) -> Double {
        let ring = FrameRing(capacity: 8, pixelCount: pixels)
        var producer = ring.producer
        var consumer = ring.consumer
        let source = [UInt16](repeating: 7, count: pixels)
        var sum: UInt64 = 0
        let spent = ContinuousClock().measure {
            let counts = source.span
            for round in 0..<rounds {
                _ = producer.withNextSlot { slot in
                    for index in 0..<slot.count { slot[index] = counts[index] }
                    return FrameHeader(sequence: UInt64(round), timestamp: Int64(round))
                }
                sum &+= consumer.withNextFrame { header, pixels in header.sequence &+ UInt64(pixels[0]) } ?? 0
            }
        }
        return sum == 0 ? 0 : Double(rounds) / microseconds(spent) * 1e6
    }
}
