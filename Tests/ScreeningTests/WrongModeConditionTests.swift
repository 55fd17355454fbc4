import Capture
import Screening
import Settings
import Testing

@Suite("A camera in a wrong mode")
struct WrongModeConditionTests {
    /// What the pipeline says of one frame whose counts lie about `level`.
    private func condition(_ level: Int, profile name: String) throws -> CameraCondition {
        let profile = try #require(CameraProfile.named(name))
        let format = FrameFormat(
            size: FrameSize(width: 160, height: 120), framesPerSecond: 9, countsMap: profile.countsMap,
            canMeasure: profile.canMeasure, plausible: profile.plausible)
        let pipeline = ScreeningPipeline(format: format, settings: Settings())
        let pixels = (0..<format.size.pixelCount).map { UInt16(clamping: level + $0 % 7 - 3) }
        pipeline.process(FrameHeader(sequence: 0, timestamp: 0), pixels.span) { _ in }
        return pipeline.scene.camera
    }

    @Test("each is named for what it is, and each keeps people from being measured")
    func named() throws {
        #expect(try condition(29_600, profile: "lepton3-tlinear") == .ready)
        #expect(try condition(8_000, profile: "lepton3-tlinear") == .rawCounts)
        #expect(try condition(2_960, profile: "lepton3-tlinear") == .tenthKelvin)
        #expect(try condition(128, profile: "lepton3-tlinear") == .automaticContrast)
        #expect(try condition(40_000, profile: "lepton3-tlinear") == .implausible)
        #expect(try condition(9_000, profile: "boson-tlinear") == .rawCounts)
        #expect(try condition(0x8010, profile: "infiray-64") == .implausible)
        #expect(try condition(18_950, profile: "infiray-64") == .ready)
        #expect(try condition(128, profile: "loopback-8bit") == .countOnly)
    }
}
