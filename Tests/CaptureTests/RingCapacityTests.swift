import Capture
import Testing

@Suite("How many frames may wait")
struct RingCapacityTests {
    private func slots(_ width: Int, _ height: Int, _ rate: Double) -> Int {
        FrameRing.capacity(
            for: FrameFormat(size: FrameSize(width: width, height: height), framesPerSecond: rate, countsMap: nil))
    }

    @Test("small frames have room for more than a second, large ones for about one, within 16 MiB")
    func sizes() {
        #expect(slots(160, 120, 9) == 64)
        #expect(slots(80, 60, 60) == 64)
        #expect(slots(640, 512, 9) == 9)
        #expect(slots(640, 512, 30) == 25)
        #expect(slots(320, 256, 60) == 60)
    }

    @Test("no format makes a ring without slots or one that fills the memory")
    func oddFormats() {
        for width in [0, 1, 80, 1280, 10_000] {
            for rate in [0.0001, 1, 9, 1e9, .infinity] {
                let count = slots(width, max(1, width), rate)
                #expect((4...64).contains(count))
                #expect(count == 4 || count * width * width * 2 <= 16 << 20)
            }
        }
    }
}
