import Capture
import FoundationEssentials
import Settings
import Simulation
import Testing

@Suite("Simulated recording")
struct SimulatedRecordingTests {
    @Test("a scene written as a recording plays back count by count, with its truth beside it")
    func roundTrip() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "lintel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        var sensor = turned()
        sensor.flatField.telemetry = true
        sensor.flatField.times = [1]
        let scene = Scene(.passBy, seed: 6, sensor: sensor)
        let written = try SimulatedRecording.write(scene, to: directory.appending(path: "door").path)
        #expect(written.recordingPath.hasSuffix("/door.cptv"))
        let take = Take(scene)
        #expect(written.frames == take.frames.count)

        let player = try RecordingPlayer(path: written.recordingPath, pace: .asFastAsPossible)
        #expect(player.format?.size == scene.sensor.size)
        var counts = [UInt16](repeating: 0, count: scene.sensor.size.pixelCount)
        for index in take.frames.indices {
            var span = counts.mutableSpan
            guard case .frame(let header) = try player.dequeue(into: &span) else {
                Issue.record("no frame \(index)")
                return
            }
            #expect(counts == take.frames[index], "frame \(index)")
            #expect(abs(header.timestamp - take.headers[index].timestamp) <= 1_000_000)
            #expect(header.flatField?.lastCorrection == take.headers[index].flatField?.lastCorrection)
        }
        let json = try String(contentsOf: URL(filePath: written.truthPath), encoding: .utf8)
        #expect(try Truth(json: json) == scene.truth())
    }

    @Test("a directory that does not exist is a clear error")
    func nowhere() {
        #expect(throws: CaptureError.self) {
            try SimulatedRecording.write(Scene(.passBy, seed: 1), to: "/nonexistent/lintel/door")
        }
    }
}
