import CLinux
import Capture
import Testing

@Suite("frame clock")
struct FrameClockTests {
    @Test("as fast as possible is always due and always polls readable")
    func fast() throws {
        let clock = try FrameClock(pace: .asFastAsPossible)
        for timestamp in 0..<3 {
            try clock.schedule(at: Int64(timestamp) * 3_600_000_000_000)
            #expect(pollsReadable(clock.descriptor, timeout: 0))
            #expect(clock.isDue())
        }
    }

    @Test("in real time nothing is due before a frame is scheduled")
    func nothingScheduled() throws {
        let clock = try FrameClock(pace: .realTime)
        #expect(!pollsReadable(clock.descriptor, timeout: 0))
        #expect(!clock.isDue())
    }

    @Test("in real time the first frame is due at once, once, and a far one is not")
    func firstFrame() throws {
        let clock = try FrameClock(pace: .realTime)
        try clock.schedule(at: 5_000_000_000)
        #expect(pollsReadable(clock.descriptor, timeout: 10_000))
        #expect(clock.isDue())
        #expect(!clock.isDue())
        try clock.schedule(at: 3_600_000_000_000)
        #expect(!pollsReadable(clock.descriptor, timeout: 0))
        #expect(!clock.isDue())
    }

    @Test("in real time a frame is never due before its moment")
    func neverEarly() throws {
        let clock = try FrameClock(pace: .realTime)
        let before = FrameClock.monotonicNow()
        try clock.schedule(at: 0)
        #expect(pollsReadable(clock.descriptor, timeout: 10_000))
        #expect(clock.isDue())
        try clock.schedule(at: 20_000_000)
        #expect(pollsReadable(clock.descriptor, timeout: 10_000))
        #expect(clock.isDue())
        #expect(FrameClock.monotonicNow() - before >= 20_000_000)
    }

    @Test("a time stamp beyond all time is far away, not a trap")
    func overflow() throws {
        let clock = try FrameClock(pace: .realTime)
        try clock.schedule(at: 0)
        #expect(clock.isDue() || pollsReadable(clock.descriptor, timeout: 10_000))
        try clock.schedule(at: .max)
        #expect(!clock.isDue())
    }
}
