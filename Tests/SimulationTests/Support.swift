import Capture
import Settings
import Simulation

/// The frames of a scene with their times, in the camera's own orientation.
struct Take {
    let scene: Scene
    var headers: [FrameHeader] = []
    var frames: [[UInt16]] = []

    init(_ scene: Scene, limit: Int = .max) {
        self.scene = scene
        var simulator = CameraSimulator(scene: scene)
        var counts = [UInt16](repeating: 0, count: simulator.format.size.pixelCount)
        while headers.count < limit, let header = simulator.render(into: &counts) {
            headers.append(header)
            frames.append(counts)
        }
    }

    func seconds(_ index: Int) -> Double { Double(headers[index].timestamp) / 1e9 }

    /// The frame nearest to a time.
    func index(at time: Double) -> Int {
        headers.indices.min { abs(seconds($0) - time) < abs(seconds($1) - time) } ?? 0
    }

    /// Apparent °C at an upright pixel, for a camera that is not turned.
    func celsius(_ frame: Int, _ x: Int, _ y: Int) -> Double {
        scene.sensor.countsMap.celsius(Double(frames[frame][y * scene.sensor.size.width + x]))
    }
}

/// A camera without faults: what is left is the physics.
func faultless(width: Int = 160, height: Int = 120) -> SensorSettings {
    var sensor = SensorSettings()
    sensor.size = FrameSize(width: width, height: height)
    sensor.noise = 0
    sensor.fixedPattern = 0
    sensor.rowNoise = 0
    sensor.drift = 0
    sensor.badPixels = 0
    return sensor
}

/// A camera on its side, as real ones at doors are.
func turned() -> SensorSettings {
    var sensor = SensorSettings()
    sensor.rotation = .quarter
    return sensor
}

/// What a radiometric camera shows for skin: emissivity 0.98, room temperature reflected.
func apparent(_ skin: Double, room: Double) -> Double {
    func fourth(_ value: Double) -> Double { value * value * value * value }
    return (0.98 * fourth(skin + 273.15) + 0.02 * fourth(room + 273.15)).squareRoot().squareRoot() - 273.15
}
