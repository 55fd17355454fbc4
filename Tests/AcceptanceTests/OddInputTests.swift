import Capture
import Screening
import Settings
import Simulation
import Testing

@Suite struct OddInputTests {
    @Test(
        "frames of any size, rotation and content, with any time stamps, are taken without a trap",
        arguments: [(1, 1), (2, 3), (3, 2), (1, 50), (8, 8), (33, 17), (161, 121), (640, 3), (300, 250)])
    func anything(width: Int, height: Int) {
        var random = RandomGenerator(seed: UInt64(width * 1000 + height))
        let size = FrameSize(width: width, height: height)
        for rotation in Rotation.allCases {
            var settings = Settings()
            settings.camera.rotation = rotation
            settings.reference.region =
                random.next() % 2 == 0 ? .automatic : .disc(x: -50, y: 1e6, radius: Double(random.next() % 500))
            let pipeline = ScreeningPipeline(
                format: FrameFormat(size: size, framesPerSecond: 9, countsMap: nil), settings: settings)
            var frames = 0
            for index in 0..<40 {
                let pixels = Self.pixels(size.pixelCount, kind: index % 5, &random)
                let telemetry = FlatFieldTelemetry(
                    uptime: UInt32(truncatingIfNeeded: random.next()),
                    lastCorrection: UInt32(truncatingIfNeeded: random.next()), inProgress: random.next() % 7 == 0)
                let header = FrameHeader(
                    sequence: random.next(), timestamp: Int64(truncatingIfNeeded: random.next() >> 12) - (1 << 50),
                    flatField: index % 2 == 0 ? telemetry : nil)
                pipeline.process(header, pixels.span) { _ in }
                frames += 1
            }
            pipeline.finish { _ in }
            #expect(frames == 40)
        }
    }

    /// Noise about a warm room, full-range noise, all zero, all full, or warm blobs.
    private static func pixels(_ count: Int, kind: Int, _ random: inout RandomGenerator) -> [UInt16] {
        (0..<count).map { index in
            switch kind {
            case 0: 29_500 + UInt16(random.next() % 1200)
            case 1: UInt16(truncatingIfNeeded: random.next())
            case 2: 0
            case 3: .max
            default: index / 7 % 3 == 0 ? 30_800 : 29_500
            }
        }
    }
}
