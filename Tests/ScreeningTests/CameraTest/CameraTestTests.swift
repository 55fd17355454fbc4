import Capture
import Screening
import Settings
import Simulation
import Testing

@Suite("Testing a camera")
struct CameraTestTests {
    /// Tests the simulated camera over one scene; `change` alters counts as a camera in another mode would.
    private func test(
        noise: Double = 0.05, mode: WarmMode = .none, map: CountsMap? = nil, canMeasure: Bool = true,
        dropEvery: Int = .max, change: (UInt16) -> UInt16 = { $0 }
    ) -> CameraTestReport {
        var sensor = SensorSettings()
        sensor.noise = noise
        sensor.rowNoise = 0
        sensor.flatField.telemetry = true
        let scene = Scene.measurement(skin: 35, standing: 6, seed: 11, sensor: sensor)
        var settings = Settings()
        settings.camera.rotation = scene.sensor.rotation
        if let body = scene.truth().reference { settings.reference.temperature = body.temperature }
        if mode == .noReference { settings.reference.mode = .none }
        var simulator = CameraSimulator(scene: scene)
        let format = FrameFormat(
            size: scene.sensor.size, framesPerSecond: 9, countsMap: map, canMeasure: canMeasure)
        var test = CameraTest(format: format, settings: settings)
        var pixels = [UInt16](repeating: 0, count: format.size.pixelCount)
        var number = 0
        while let header = simulator.render(into: &pixels) {
            number += 1
            if number.isMultiple(of: dropEvery) { continue }
            let changed = pixels.map(change)
            test.take(header, changed.span)
        }
        return test.report
    }

    private enum WarmMode { case none, noReference }

    @Test("a good camera: its rate, noise, scene and reference body")
    func good() throws {
        let report = test()
        #expect(abs(try #require(report.framesPerSecond) - 9) < 0.05)
        let intervals = try #require(report.intervals)
        #expect(abs(intervals.mean - 111.1) < 0.5 && intervals.jitter < 2)
        #expect(report.lost.lost == 0)
        #expect(report.wrongMode == nil)
        #expect(report.map == .tlinear100)
        let scene = try #require(report.counts)
        #expect(scene.lowest < scene.median && scene.median < scene.highest)
        #expect(CountsMap.tlinear100.celsius(Double(scene.highest)) > 33)
        guard case .found(_, let share) = report.reference else {
            Issue.record("the reference body was not found")
            return
        }
        #expect(share > 0.8)
        #expect(report.telemetryFrames == report.frames && report.condition == .ready)
    }

    @Test("the noise that a camera has is the noise that is reported", arguments: [0.02, 0.05, 0.1, 0.3])
    func noise(kelvin: Double) throws {
        let found = try #require(test(noise: kelvin).noiseKelvin)
        #expect(abs(found - kelvin) < 0.15 * kelvin + 0.002, "\(found)")
    }

    @Test("lost frames are counted and do not disturb rate, jitter and noise")
    func losses() throws {
        let report = test(dropEvery: 7)
        #expect(report.lost.gap > 5 && report.lost.lost == report.lost.gap)
        let intervals = try #require(report.intervals)
        #expect(abs(intervals.mean - 111.1) < 0.5 && intervals.jitter < 2)
        #expect(abs(try #require(report.noiseKelvin) - 0.05) < 0.01)
    }

    @Test("losses that the source tells are not gaps too")
    func causes() {
        var test = CameraTest(
            format: FrameFormat(size: FrameSize(width: 32, height: 24), framesPerSecond: 9, countsMap: nil),
            settings: Settings())
        let pixels = [UInt16](repeating: 29_500, count: 32 * 24)
        test.take(FrameHeader(sequence: 5, timestamp: 0), pixels.span)
        test.lose(.error)
        test.lose(.short)
        test.take(FrameHeader(sequence: 9, timestamp: 400_000_000), pixels.span)
        test.take(FrameHeader(sequence: 10, timestamp: 500_000_000), pixels.span)
        let report = test.report
        #expect((report.lost.error, report.lost.short, report.lost.gap) == (1, 1, 1))
        #expect(report.text.contains("\n  lost        3: 1 error, 1 short, 1 gap\n"))
        #expect(report.identicalPairs == 1 && report.noise == nil)
    }

    @Test("a wrong mode is named, and nothing is said in degrees")
    func wrongModes() {
        let raw = test(map: .tlinear100) { UInt16(8_000 + Int($0) / 40) }
        #expect(raw.wrongMode == .raw && raw.map == nil && raw.noiseKelvin == nil)
        #expect(raw.text.contains("wrong: the camera delivers raw 14-bit counts, not temperatures (TLinear is off)\n"))
        #expect(!raw.text.contains("°C"))
        #expect(test(map: .tlinear100) { $0 / 10 }.wrongMode == .tenthKelvin)
        #expect(
            test(map: .tlinear100) { UInt16(clamping: (Int($0) - 29_000) / 12) & 255 }.wrongMode == .automaticContrast)
        let counting = test(canMeasure: false) { $0 / 128 }
        #expect(counting.wrongMode == nil && counting.map == nil)
        #expect(counting.text.contains("people are counted; the profile measures no temperature"))
    }

    @Test("without frames the report says so, and without a reference body that it was not looked for")
    func nothing() {
        let test = CameraTest(
            format: FrameFormat(size: FrameSize(width: 32, height: 24), framesPerSecond: 9, countsMap: nil),
            settings: Settings())
        #expect(test.report.text == "  frames      none came")
        #expect(self.test(mode: .noReference).reference == .notExpected)
    }
}
