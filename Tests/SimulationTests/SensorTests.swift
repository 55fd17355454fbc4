import Capture
import Settings
import Simulation
import Testing

@Suite("Faults of the camera")
struct SensorTests {
    @Test("temporal noise has the standard deviation asked for")
    func noise() {
        var sensor = faultless()
        sensor.noise = 0.05
        let take = Take(Scene(.emptyWithWarmObjects, seed: 3, sensor: sensor, exactly: true), limit: 40)
        var sum = 0.0
        for i in take.frames[0].indices {
            let values = take.frames.map { Double($0[i]) * 0.01 }
            let mean = values.reduce(0, +) / 40
            sum += values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39
        }
        let deviation = (sum / Double(take.frames[0].count)).squareRoot()
        #expect(abs(deviation - 0.05) < 0.002)
    }

    @Test("the fixed pattern stays from frame to frame and has the size asked for")
    func fixedPattern() {
        var sensor = faultless()
        sensor.fixedPattern = 0.1
        let scene = Scene(.emptyWithWarmObjects, seed: 3, sensor: sensor, exactly: true)
        let clean = Take(Scene(.emptyWithWarmObjects, seed: 3, sensor: faultless(), exactly: true), limit: 1)
        let take = Take(scene, limit: 2)
        #expect(take.frames[0] == take.frames[1])
        let errors = take.frames[0].indices.map { Double(take.frames[0][$0]) - Double(clean.frames[0][$0]) }
        let mean = errors.reduce(0, +) / Double(errors.count)
        let deviation = (errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(errors.count)).squareRoot()
        #expect(deviation > 8 && deviation < 16)
    }

    @Test("drift moves wall and reference alike, and no further than asked")
    func drift() throws {
        var sensor = faultless()
        sensor.drift = 1
        sensor.driftPeriod = 30
        let take = Take(Scene(.emptyWithWarmObjects, seed: 3, sensor: sensor, exactly: true))
        let reference = try #require(take.scene.truth().reference)
        let last = take.frames.count - 1
        let moves = [(80, 20), (Int(reference.x), Int(reference.y))].map { x, y in
            take.celsius(last, x, y) - take.celsius(0, x, y)
        }
        #expect(abs(moves[0]) > 0.2 && abs(moves[0]) <= 2)
        #expect(abs(moves[0] - moves[1]) < 0.03)
    }

    @Test("a flat-field correction freezes the picture, then steps in level", arguments: [UInt64](1...4))
    func correction(seed: UInt64) {
        var sensor = SensorSettings()
        sensor.noise = 0.02
        sensor.flatField.times = [2]
        sensor.flatField.step = 1
        sensor.flatField.telemetry = true
        let take = Take(Scene(.emptyWithWarmObjects, seed: seed, sensor: sensor, exactly: true), limit: 40)
        let frozen = take.frames.indices.dropFirst().filter { take.frames[$0] == take.frames[$0 - 1] }
        #expect(frozen == (18...26).map { $0 })
        func mean(_ index: Int) -> Double {
            Double(take.frames[index].reduce(0) { $0 + Int($1) }) / Double(take.frames[index].count) * 0.01
        }
        #expect(abs(mean(26) - mean(17)) < 0.05)
        #expect(abs(mean(27) - mean(26)) > 0.05)
        #expect(take.headers[10].flatField?.inProgress == true)
        #expect(take.headers[27].flatField?.inProgress == false)
        let after = take.headers[27].flatField
        #expect(after.map { $0.uptime - $0.lastCorrection } == 100)
        #expect(take.scene.truth().flatFieldCorrections == [.init(from: 2, to: 2.9)])
    }

    @Test("a camera that stops its frames leaves a gap in time and none in numbers")
    func stoppedFrames() {
        var sensor = SensorSettings()
        sensor.flatField.times = [2]
        sensor.flatField.stopsFrames = true
        let take = Take(Scene(.emptyWithWarmObjects, seed: 1, sensor: sensor, exactly: true), limit: 30)
        #expect(take.headers.map(\.sequence) == (0..<30).map { UInt64($0) })
        #expect(take.headers[18].timestamp - take.headers[17].timestamp > 900_000_000)
    }

    @Test("the camera's frame is the upright picture turned the other way", arguments: Rotation.allCases)
    func rotation(rotation: Rotation) throws {
        var sensor = faultless()
        sensor.rotation = rotation
        let take = Take(Scene(.emptyWithWarmObjects, seed: 8, sensor: sensor, exactly: true), limit: 1)
        let truth = take.scene.truth()
        let reference = try #require(truth.reference)
        let (u, v) = (Int(reference.x), Int(reference.y))
        // Turning the frame clockwise by `rotation` moves this frame pixel to (u, v).
        let (x, y) =
            switch rotation {
            case .none: (u, v)
            case .quarter: (v, truth.width - 1 - u)
            case .half: (truth.width - 1 - u, truth.height - 1 - v)
            case .threeQuarters: (truth.height - 1 - v, u)
            }
        #expect(abs(take.celsius(0, x, y) - reference.temperature) < 0.02)
    }

    @Test(
        "any size and rate",
        arguments: [(80, 60, 9.0), (160, 120, 8.7), (256, 192, 25), (320, 256, 30), (640, 512, 60)]
    )
    func sizes(width: Int, height: Int, rate: Double) throws {
        var sensor = SensorSettings()
        sensor.size = FrameSize(width: width, height: height)
        sensor.framesPerSecond = rate
        let scene = Scene(.approachAndStop, seed: 4, sensor: sensor)
        let take = Take(scene, limit: 3)
        #expect(take.frames.allSatisfy { $0.count == width * height })
        #expect(abs(take.seconds(2) - 2 / rate) < 1e-6)
        let truth = scene.truth()
        #expect(truth.people[0].presents)
        let reference = try #require(truth.reference)
        #expect(abs(reference.radius - 6.5 * Double(height) / 120) < 0.01)
    }

    @Test("counts follow the map asked for")
    func coarseCounts() throws {
        var sensor = faultless()
        sensor.countsMap = .tlinear10
        let take = Take(Scene(.emptyWithWarmObjects, seed: 2, sensor: sensor, exactly: true), limit: 1)
        let reference = try #require(take.scene.truth().reference)
        let value = Double(take.frames[0][Int(reference.y) * 160 + Int(reference.x)])
        #expect(abs(value / 10 - 273.15 - reference.temperature) <= 0.051)
    }
}
