import Capture
import Settings
import Simulation
import Testing

@Suite("Simulated camera")
struct SimulatedCameraTests {
    @Test("as fast as possible, a scene's frames come in order and then it ends")
    func frames() throws {
        let scene = Scene(.passBy, seed: 1)
        let expected = Take(scene)
        var camera = try SimulatedCamera(scene: scene)
        var counts = [UInt16](repeating: 0, count: camera.simulator.format.size.pixelCount)
        for index in expected.frames.indices {
            var span = counts.mutableSpan
            guard case .frame(let header) = try camera.dequeue(into: &span) else {
                Issue.record("no frame \(index)")
                return
            }
            #expect(header == expected.headers[index])
            #expect(counts == expected.frames[index])
        }
        var span = counts.mutableSpan
        guard case .ended = try camera.dequeue(into: &span) else {
            Issue.record("the scene did not end")
            return
        }
    }

    @Test("in real time the second frame is not ready right after the first")
    func pace() throws {
        var settings = SimulationSettings()
        settings.framesPerSecond = 1
        var camera = try SimulatedCamera(settings: settings, rotation: .none)
        var counts = [UInt16](repeating: 0, count: camera.simulator.format.size.pixelCount)
        let before = FrameClock.monotonicNow()
        var span = counts.mutableSpan
        guard case .frame(let header) = try camera.dequeue(into: &span) else {
            Issue.record("no first frame")
            return
        }
        #expect(abs(header.timestamp - before) < 1_000_000_000)
        guard case .notReady = try camera.dequeue(into: &span) else {
            Issue.record("a frame before its time")
            return
        }
    }
}
