import Capture
import Radiometry
import Testing

@Suite struct FlatFieldGuardTests {
    private func frame(_ milliseconds: Int, _ telemetry: FlatFieldTelemetry? = nil) -> FrameHeader {
        FrameHeader(sequence: 0, timestamp: Int64(milliseconds) * 1_000_000, flatField: telemetry)
    }

    @Test("telemetry of a correction that just ended blinds, then settles, then passes")
    func telemetry() {
        var shutter = FlatFieldGuard()
        func state(_ milliseconds: Int) -> FlatFieldGuard.State {
            let uptime = UInt32(100_000 + milliseconds)
            shutter.observe(
                frame(milliseconds, FlatFieldTelemetry(uptime: uptime, lastCorrection: 100_000)), median: 295,
                checksum: UInt64(milliseconds), movedTogether: 0)
            return shutter.state
        }
        #expect(state(100) == .blind)
        #expect(state(600) == .settling)
        #expect(state(1_600) == .settled)
    }

    @Test("an announced correction blinds before it happens")
    func announced() {
        var shutter = FlatFieldGuard()
        let telemetry = FlatFieldTelemetry(uptime: 200_000, lastCorrection: 20_000, inProgress: true)
        shutter.observe(frame(0, telemetry), median: 295, checksum: 1, movedTogether: 0)
        #expect(shutter.state == .blind)
    }

    @Test("without telemetry three identical frames are a closed shutter")
    func frozen() {
        var shutter = FlatFieldGuard()
        for index in 0..<3 { shutter.observe(frame(index * 111), median: 295, checksum: 9, movedTogether: 0) }
        #expect(shutter.state == .blind)
        shutter.observe(frame(1_000), median: 295, checksum: 10, movedTogether: 0)
        #expect(shutter.state == .settling)
        shutter.observe(frame(6_000), median: 295, checksum: 11, movedTogether: 0)
        #expect(shutter.state == .settled)
    }

    @Test("a step of the whole picture is a correction, a person who comes near is not")
    func step() {
        var shutter = FlatFieldGuard()
        shutter.observe(frame(0), median: 295, checksum: 1, movedTogether: 0)
        shutter.observe(frame(111), median: 295.5, checksum: 2, movedTogether: 0.4)
        #expect(shutter.state == .settled)
        shutter.observe(frame(222), median: 296, checksum: 3, movedTogether: 0.95)
        #expect(shutter.state == .blind)
    }
}
