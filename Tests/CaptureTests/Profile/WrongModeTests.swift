import Capture
import Testing

@Suite("Wrong modes of a camera")
struct WrongModeTests {
    private func recognise(
        _ median: UInt16, _ highest: UInt16, _ telemetry: FrameTelemetry? = nil, map: CountsMap = .tlinear100
    ) -> WrongMode? {
        WrongMode.recognise(median: median, highest: highest, telemetry: telemetry, map: map, plausible: 5...45)
    }

    private func telemetry(_ tlinear: FrameTelemetry.TLinear, contrast: Bool = false) -> FrameTelemetry {
        FrameTelemetry(
            flatField: FlatFieldTelemetry(uptime: 1, lastCorrection: 0), tlinear: tlinear,
            isContrastAutomatic: contrast)
    }

    @Test("a scene is told by its counts alone")
    func byCounts() {
        #expect(recognise(29_650, 31_000) == nil)
        #expect(recognise(2_965, 3_100) == .tenthKelvin)
        #expect(recognise(8_000, 8_700) == .raw)
        #expect(recognise(120, 255) == .automaticContrast)
        #expect(recognise(60_000, 65_535) == .implausible)
        let infiray = CountsMap(scale: 1.0 / 64, offset: 0)
        #expect(recognise(18_900, 20_000, map: infiray) == nil)
        #expect(recognise(0x8060, 0x80EB, map: infiray) == .colourPicture)
    }

    @Test("the camera's own word counts more than its counts")
    func byTelemetry() {
        #expect(recognise(29_650, 31_000, telemetry(.hundredthKelvin)) == nil)
        #expect(recognise(29_650, 31_000, telemetry(.off)) == .raw)
        #expect(recognise(29_650, 31_000, telemetry(.tenthKelvin)) == .tenthKelvin)
        #expect(recognise(29_650, 31_000, telemetry(.hundredthKelvin, contrast: true)) == .automaticContrast)
        #expect(recognise(8_000, 8_700, telemetry(.hundredthKelvin)) == .raw)
    }

    @Test("every level of a door is one mode, and none of the wrong ones is let through")
    func everyLevel() {
        for celsius in stride(from: 6.0, through: 44.0, by: 0.5) {
            let counts = { (map: CountsMap) in UInt16(map.counts(celsius: celsius)) }
            #expect(recognise(counts(.tlinear100), counts(.tlinear100) + 900) == nil)
            #expect(recognise(counts(.tlinear10), counts(.tlinear10) + 90) == .tenthKelvin)
        }
        // Raw data of fourteen bits never reach an indoor temperature at 0.01 K.
        for median in stride(from: UInt16(256), to: 16_000, by: 7) {
            #expect(recognise(median, median + 300) != nil)
        }
    }
}
