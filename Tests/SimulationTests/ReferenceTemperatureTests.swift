import Settings
import Simulation
import Testing

@Suite struct ReferenceTemperatureTests {
    @Test("the endless door's reference body has the temperature that the configuration gives it, whatever the seed")
    func configured() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            var settings = SimulationSettings()
            settings.seed = seed
            let camera = CameraSimulator(settings: settings, rotation: .none, referenceTemperature: 37.25)
            #expect(camera.scene.truth().reference?.temperature == 37.25)
        }
    }
}
