import Capture
import Settings
import Simulation
import Testing

@Suite("Physics of the picture")
struct PhysicsTests {
    @Test("the reference disc shows its temperature plus the camera's offset", arguments: [UInt64](1...6))
    func disc(seed: UInt64) throws {
        var sensor = faultless()
        sensor.offset = -1.5
        let take = Take(Scene(.emptyWithWarmObjects, seed: seed, sensor: sensor, exactly: true), limit: 1)
        let reference = try #require(take.scene.truth().reference)
        var values: [Double] = []
        for y in 0..<120 {
            for x in 0..<160 {
                let (dx, dy) = (Double(x) + 0.5 - reference.x, Double(y) + 0.5 - reference.y)
                if (dx * dx + dy * dy).squareRoot() < reference.radius - 2 { values.append(take.celsius(0, x, y)) }
            }
        }
        #expect(values.count > 40)
        let mean = values.reduce(0, +) / Double(values.count)
        #expect(abs(mean - (reference.temperature - 1.5)) < 0.01)
    }

    @Test("bare skin shows the emissivity formula's apparent temperature", arguments: [UInt64](1...5))
    func forehead(seed: UInt64) throws {
        let sensor = faultless(width: 640, height: 512)
        let scene = Scene.measurement(skin: 37, seed: seed, sensor: sensor, exactly: true)
        let truth = scene.truth()
        let presentation = try #require(truth.people[0].presentations.first)
        let time = (presentation.from + presentation.to) / 2
        let (frame, head, celsius) = try pixelReader(scene, at: time)
        // The forehead's middle lies 0.045 m above the eyes, the skull's top 0.12 m above and the chin 0.12 m below.
        let y = Int(head.y + head.height * (0.12 - 0.045) / 0.24)
        // A nod moves the place by a centimetre, over which the forehead varies by up to 0.2 K.
        // Of the columns there, the forehead's middle is where the nod and turn of the head leave it: near the centre.
        let x = Int(head.x + head.width * (0.5 - 0.5 * head.yaw / 90))
        var sum = 0.0
        for dy in -3...3 { for dx in -3...3 { sum += celsius(x + dx, y + dy) } }
        let expected = apparent(truth.people[0].foreheadTemperature, room: truth.roomTemperature)
        #expect(abs(sum / 49 - expected) < 0.18, "frame \(frame)")
    }

    @Test("the warmest place of an uncovered frontal face is the skin temperature", arguments: [35.0, 36.5, 38, 40])
    func canthi(skin: Double) throws {
        let scene = Scene.measurement(skin: skin, seed: 11, sensor: faultless(width: 640, height: 512), exactly: true)
        let truth = scene.truth()
        let presentation = try #require(truth.people[0].presentations.first)
        let (_, head, celsius) = try pixelReader(scene, at: (presentation.from + presentation.to) / 2)
        var warmest = 0.0
        for y in Int(head.y)..<Int(head.y + head.height) {
            for x in Int(head.x)..<Int(head.x + head.width) { warmest = max(warmest, celsius(x, y)) }
        }
        let expected = apparent(skin, room: truth.roomTemperature)
        #expect(warmest < expected + 0.1)
        #expect(warmest > expected - 0.15)
    }

    @Test("the camera shows skin a quarter of a degree too cool")
    func formula() {
        #expect(abs(35.5 + 0.24 - 35.74) < 1e-9)
        // The worked number of the formula's source: 0.24 K at an apparent 35.5 °C in a room of 23 °C.
        #expect(abs(apparent(35.74, room: 23) - 35.5) < 0.01)
    }

    /// The frame nearest to a time, its head and its pixels.
    private func pixelReader(
        _ scene: Scene, at time: Double
    ) throws -> (Int, HeadTruth, (Int, Int) -> Double) {
        var simulator = CameraSimulator(scene: scene)
        let size = simulator.format.size
        var counts = [UInt16](repeating: 0, count: size.pixelCount)
        var frame = 0
        while let header = simulator.render(into: &counts) {
            if Double(header.timestamp) / 1e9 >= time { break }
            frame += 1
        }
        let head = try #require(scene.heads(at: Double(frame) / simulator.format.framesPerSecond).first)
        let map = scene.sensor.countsMap
        return (frame, head, { map.celsius(Double(counts[$1 * size.width + $0])) })
    }
}
