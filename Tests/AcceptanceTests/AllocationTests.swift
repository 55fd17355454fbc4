import CAllocationCount
import Capture
import Screening
import Settings
import Simulation
import Testing

@Suite struct AllocationTests {
    @Test("screening a frame allocates nothing in steady state, with a person in view")
    func steadyState() {
        let scene = Scene.measurement(skin: 36, standing: 8, seed: 3)
        var simulator = CameraSimulator(scene: scene)
        var frames: [(FrameHeader, [UInt16])] = []
        var pixels = [UInt16](repeating: 0, count: simulator.format.size.pixelCount)
        while let header = simulator.render(into: &pixels) { frames.append((header, pixels)) }
        var settings = Settings()
        if let reference = scene.truth().reference { settings.reference.temperature = reference.temperature }
        let pipeline = ScreeningPipeline(format: simulator.format, settings: settings)
        var screenings = 0
        var inView = 0
        var allocations: UInt64 = 0
        for (index, frame) in frames.enumerated() {
            let before = lintel_allocations_on_this_thread()
            pipeline.process(frame.0, frame.1.span) { _ in screenings += 1 }
            if index > frames.count / 4 { allocations += UInt64(lintel_allocations_on_this_thread() - before) }
            if !pipeline.scene.people.isEmpty { inView += 1 }
        }
        #expect(allocations == 0)
        #expect(screenings > 0)
        #expect(inView > 20)
        // The counter itself works.
        let before = lintel_allocations_on_this_thread()
        let array = [UInt16](repeating: 1, count: frames.count + 1000)
        #expect(array.count > 1000)
        #expect(lintel_allocations_on_this_thread() > before)
    }
}
