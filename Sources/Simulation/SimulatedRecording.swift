import Capture
import FoundationEssentials

/// A scene written as a CPTV recording with the truth beside it: `NAME.cptv` and `NAME.truth.json`.
public struct SimulatedRecording: Sendable {
    /// The recording and its truth.
    public let recordingPath: String
    public let truthPath: String
    /// Frames written.
    public let frames: Int

    /// Renders a scene into files, which are replaced.
    ///
    /// The frames are noted with the camera's uptime in milliseconds and, where the scene's camera tells it, the uptime of
    /// its last flat-field correction.
    ///
    /// - Parameter path: directory and NAME, without an ending (an ending `.cptv` is dropped).
    public static func write(_ scene: Scene, to path: String) throws(CaptureError) -> SimulatedRecording {
        let base = path.hasSuffix(".cptv") ? String(path.dropLast(5)) : path
        let (recording, truth) = (base + ".cptv", base + ".truth.json")
        let frames = try writeFrames(scene, to: recording)
        do {
            try Data(scene.truth().json().utf8).write(to: URL(filePath: truth))
        } catch {
            throw CaptureError(
                what: truth, cause: "\(error)", remedy: "Check that there is room and the directory is writable.")
        }
        return SimulatedRecording(recordingPath: recording, truthPath: truth, frames: frames)
    }

    private static func writeFrames(_ scene: Scene, to path: String) throws(CaptureError) -> Int {
        var simulator = CameraSimulator(scene: scene)
        let format = simulator.format
        var writer = try CPTVWriter(
            path: path,
            header: CPTVHeader(
                size: format.size, framesPerSecond: UInt8(max(1, min(255, format.framesPerSecond.rounded()))),
                device: "simulated", model: "simulated", brand: "lintel"))
        var counts = [UInt16](repeating: 0, count: format.size.pixelCount)
        var frames = 0
        while let header = simulator.render(into: &counts) {
            let sinceStart = UInt32(clamping: header.timestamp / 1_000_000)
            let uptime = UInt32(clamping: Int64(scene.sensor.flatField.uptime * 1000)) &+ sinceStart
            try writer.append(
                CPTVFrame(uptime: uptime, lastCorrection: header.flatField?.lastCorrection), counts.span)
            frames += 1
        }
        _ = try writer.finish()
        return frames
    }
}
