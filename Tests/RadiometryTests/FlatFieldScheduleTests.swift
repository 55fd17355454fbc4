import Capture
import Radiometry
import Testing

@Suite("When to ask for a flat-field correction")
struct FlatFieldScheduleTests {
    private static let second: Int64 = 1_000_000_000

    /// Asks every quarter second and gives the seconds at which a correction was due.
    private func due(
        until end: Int64, empty: (Int64) -> Bool = { _ in true }, frame: (Int64) -> FrameHeader? = { _ in nil }
    ) -> [Int64] {
        var schedule = FlatFieldSchedule(now: 0)
        var due: [Int64] = []
        for now in stride(from: 0, through: end * Self.second, by: Int(Self.second / 4)) {
            if let header = frame(now) { schedule.observe(header) }
            if schedule.isDue(now: now, doorwayEmpty: empty(now)) { due.append(now / Self.second) }
        }
        return due
    }

    @Test("an empty doorway is corrected every two and a half minutes, not at the start")
    func empty() {
        #expect(due(until: 600) == [150, 300, 450, 600])
    }

    @Test("nobody who is there or has just left is disturbed: the request waits for three empty seconds")
    func occupied() {
        #expect(due(until: 400, empty: { $0 >= 200 * Self.second }) == [203, 353])
        #expect(due(until: 400, empty: { $0 / Self.second % 3 != 0 }) == [])
    }

    @Test("a camera that corrected itself is not asked again for two and a half minutes")
    func corrected() {
        let frame = { (now: Int64) -> FrameHeader? in
            let milliseconds = UInt32(now / 1_000_000)
            return FrameHeader(
                sequence: 0, timestamp: now,
                flatField: FlatFieldTelemetry(
                    uptime: milliseconds, lastCorrection: milliseconds < 100_000 ? 5 : 100_000))
        }
        #expect(due(until: 300, frame: frame) == [250])
    }

    @Test("a correction that is running counts")
    func running() {
        let frame = { (now: Int64) -> FrameHeader? in
            FrameHeader(
                sequence: 0, timestamp: now,
                flatField: FlatFieldTelemetry(uptime: 0, lastCorrection: 0, inProgress: now == 120 * Self.second))
        }
        #expect(due(until: 300, frame: frame) == [270])
    }
}
