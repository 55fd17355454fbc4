import CAllocationCount
import Capture
import Settings
import Testing

@Suite("Decoding frames by profile")
struct FrameDecoderTests {
    private func profile(_ name: String, _ generic: GenericCameraSettings = GenericCameraSettings()) throws
        -> CameraProfile
    {
        try #require(CameraProfile.named(name, generic))
    }

    @Test("a Lepton 3 frame loses its telemetry rows and the padding of its lines")
    func lepton3() throws {
        let decoder = try #require(
            profile("lepton3-tlinear").decoder(wireSize: FrameSize(width: 160, height: 122), bytesPerLine: 384))
        #expect(decoder.frameSize == FrameSize(width: 160, height: 120))
        #expect(decoder.leastBytes == 121 * 384 + 320)
        let picture = (0..<19_200).map { UInt16(27_000 + $0 % 5_000) }
        let rows = LeptonTelemetry(uptime: 900_000, lastCorrection: 800_000).rows(ofWidth: 160)
        let bytes = FrameBytes.little(picture + rows, width: 160, bytesPerLine: 384)
        let (pixels, telemetry) = FrameBytes.decode(bytes, decoder)
        #expect(pixels == picture)
        #expect(telemetry?.flatField == FlatFieldTelemetry(uptime: 900_000, lastCorrection: 800_000))
    }

    @Test("a Lepton 2 frame has three telemetry rows; without them there is no telemetry")
    func lepton2() throws {
        let lepton = try profile("lepton2-tlinear")
        let decoder = try #require(lepton.decoder(wireSize: FrameSize(width: 80, height: 63), bytesPerLine: 160))
        let picture = (0..<4_800).map { UInt16(29_000 + $0 % 700) }
        let rows = LeptonTelemetry(uptime: 70_000, lastCorrection: 1_500, frameCounter: 77).rows(ofWidth: 80)
        let (pixels, telemetry) = FrameBytes.decode(
            FrameBytes.little(picture + rows, width: 80, bytesPerLine: 160), decoder)
        #expect(pixels == picture)
        #expect(telemetry?.frameCounter == 77)
        let plain = try #require(lepton.decoder(wireSize: FrameSize(width: 80, height: 60), bytesPerLine: 160))
        let again = FrameBytes.decode(FrameBytes.little(picture, width: 80, bytesPerLine: 160), plain)
        #expect(again.pixels == picture)
        #expect(again.telemetry == nil)
    }

    @Test("an InfiRay frame gives its lower half, 64 counts a kelvin")
    func infiray() throws {
        let infiray = try profile("infiray-64")
        let decoder = try #require(infiray.decoder(wireSize: FrameSize(width: 256, height: 384), bytesPerLine: 512))
        #expect(decoder.frameSize == FrameSize(width: 256, height: 192))
        #expect(decoder.leastBytes == 196_608)
        let upper = [UInt16](repeating: 0x80_10, count: 256 * 192)
        let lower = (0..<256 * 192).map { UInt16(18_700 + $0 % 1_300) }
        let (pixels, _) = FrameBytes.decode(
            FrameBytes.little(upper + lower, width: 256, bytesPerLine: 512), decoder)
        #expect(pixels == lower)
        // 19,776 / 64 K = 309 K.
        #expect(abs((infiray.countsMap?.celsius(19_776) ?? 0) - 35.85) < 1e-9)
    }

    @Test("a generic profile crops, splits and turns bytes as the configuration says")
    func generic() throws {
        var settings = GenericCameraSettings()
        settings.byteOrder = .big
        settings.crop = Crop(left: 1, top: 2, right: 3, bottom: 1)
        settings.kelvinPerCount = 0.04
        settings.kelvinAtZero = 100
        let words = (0..<80).map { UInt16($0 * 257 + 3) }
        let y16 = try profile("generic-y16", settings)
        #expect(y16.pixelFormat == .y16BigEndian)
        #expect(y16.countsMap == CountsMap(scale: 0.04, offset: 100))
        let decoder = try #require(y16.decoder(wireSize: FrameSize(width: 10, height: 8), bytesPerLine: 20))
        #expect(decoder.frameSize == FrameSize(width: 6, height: 5))
        let bytes = FrameBytes.big(words, width: 10, bytesPerLine: 20)
        let expected = (2..<7).flatMap { row in (1..<7).map { words[row * 10 + $0] } }
        #expect(FrameBytes.decode(bytes, decoder).pixels == expected)

        settings.splitRow = 3
        settings.crop = .nothing
        let split = try #require(
            profile("generic-yuyv-split", settings).decoder(
                wireSize: FrameSize(width: 10, height: 8), bytesPerLine: 20))
        #expect(FrameBytes.decode(bytes, split).pixels == Array(words[30...]))
    }

    @Test("a Grid-Eye's signed values lie about count 2048, a quarter of a degree apart")
    func gridEye() throws {
        let amg = try profile("amg88xx")
        let decoder = try #require(amg.decoder(wireSize: FrameSize(width: 8, height: 8), bytesPerLine: 16))
        // 25 °C is +100, -0.25 °C is -1 in twelve bits; higher bits do not count.
        let words: [UInt16] = [100, 0x0FFF, 0xF064] + [UInt16](repeating: 0, count: 61)
        let (pixels, _) = FrameBytes.decode(FrameBytes.little(words, width: 8, bytesPerLine: 16), decoder)
        let celsius = try pixels.prefix(4).map { try #require(amg.countsMap).celsius(Double($0)) }
        #expect(zip(celsius, [25, -0.25, 25, 0]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(!amg.canMeasure)
    }

    @Test("grey of eight bits is counted, never measured")
    func grey() throws {
        let grey = try profile("loopback-8bit")
        #expect(!grey.canMeasure && grey.countsMap == nil)
        let decoder = try #require(grey.decoder(wireSize: FrameSize(width: 4, height: 2), bytesPerLine: 6))
        let (pixels, _) = FrameBytes.decode([1, 2, 3, 255, 9, 9, 5, 6, 7, 8], decoder)
        #expect(pixels == [1, 2, 3, 255, 5, 6, 7, 8])
    }

    @Test("sizes and lines that a profile does not have give no decoder")
    func refused() throws {
        let lepton = try profile("lepton3-tlinear")
        for (width, height, line) in [
            (160, 121, 320), (80, 60, 160), (160, 120, 319), (160, 120, 0), (160, 120, -1), (160, 120, .max),
            (0, 0, 0), (-160, -120, 320), (.max, .max, .max),
        ] {
            #expect(lepton.decoder(wireSize: FrameSize(width: width, height: height), bytesPerLine: line) == nil)
        }
        var settings = GenericCameraSettings()
        settings.crop = Crop(top: 100, bottom: 20)
        #expect(
            try profile("generic-y16", settings).decoder(
                wireSize: FrameSize(width: 160, height: 120), bytesPerLine: 320) == nil)
    }

    @Test("a short buffer writes nothing")
    func short() throws {
        let decoder = try #require(
            profile("lepton3-tlinear").decoder(wireSize: FrameSize(width: 160, height: 120), bytesPerLine: 320))
        let bytes = [UInt8](repeating: 7, count: decoder.leastBytes - 1)
        #expect(FrameBytes.decode(bytes, decoder).pixels.allSatisfy { $0 == 0xAAAA })
    }

    @Test("ten thousand random sizes, lines, crops and bytes decode or are refused, and stay inside")
    func fuzz() throws {
        var random = SeededGenerator(state: 11)
        var decoded = 0
        for _ in 0..<10_000 {
            var settings = GenericCameraSettings()
            settings.byteOrder = Bool.random(using: &random) ? .big : .little
            settings.splitRow = Int.random(in: 0...12, using: &random)
            settings.crop = Crop(
                left: Int.random(in: 0...6, using: &random), top: Int.random(in: 0...6, using: &random),
                right: Int.random(in: 0...6, using: &random), bottom: Int.random(in: 0...6, using: &random))
            let table = CameraProfile.table(settings)
            let profile = try #require(table.randomElement(using: &random))
            let wire =
                profile.sizes.randomElement(using: &random)
                ?? FrameSize(
                    width: Int.random(in: -1...40, using: &random), height: Int.random(in: -1...40, using: &random))
            let line = wire.width * 2 + Int.random(in: -3...9, using: &random)
            guard let decoder = profile.decoder(wireSize: wire, bytesPerLine: line) else { continue }
            let count = max(0, decoder.leastBytes + Int.random(in: -2...5, using: &random))
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            let (pixels, _) = FrameBytes.decode(bytes, decoder)
            if count < decoder.leastBytes {
                try #require(pixels.allSatisfy { $0 == 0xAAAA })
            } else {
                decoded += 1
            }
        }
        #expect(decoded > 2_000)
    }

    @Test(
        "decoding allocates nothing",
        .enabled(if: lintel_allocations_counted(), "a sanitizer replaces the allocator"))
    func allocatesNothing() throws {
        let decoder = try #require(
            profile("lepton3-tlinear").decoder(wireSize: FrameSize(width: 160, height: 122), bytesPerLine: 320))
        let bytes = [UInt8](repeating: 1, count: decoder.leastBytes)
        var pixels = [UInt16](repeating: 0, count: decoder.frameSize.pixelCount)
        var span = pixels.mutableSpan
        _ = FrameBytes.decode(bytes, decoder, into: &span)
        let before = lintel_allocations_on_this_thread()
        for _ in 0..<100 { _ = FrameBytes.decode(bytes, decoder, into: &span) }
        #expect(lintel_allocations_on_this_thread() == before)
    }
}
