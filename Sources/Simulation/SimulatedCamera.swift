import Capture
import Settings

/// The simulated camera: renders a scene frame by frame, on the scene's own clock.
public struct SimulatedCamera: Sendable {
    /// What the frames look like.
    public let format: FrameFormat
    /// The scene that is shown.
    public let scene: Scene
    private var renderer: Renderer
    private var sensor: Sensor
    private var picture: [Float]
    private var counts: [UInt16]
    private var index: UInt64 = 0

    public init(scene: Scene) {
        self.scene = scene
        format = FrameFormat(
            size: scene.sensor.size, framesPerSecond: scene.sensor.framesPerSecond, countsMap: scene.sensor.countsMap)
        renderer = Renderer(view: scene.view, room: scene.room, reference: scene.reference)
        sensor = Sensor(scene.sensor, seed: scene.seed)
        picture = [Float](repeating: 0, count: format.size.pixelCount)
        counts = [UInt16](repeating: 0, count: format.size.pixelCount)
    }

    /// Renders the next frame that the camera delivers.
    ///
    /// Sequence numbers count every frame interval since the start; a camera that stops its frames during a flat-field
    /// correction does not number those it never took.
    ///
    /// - Parameter pixels: exactly `format.size.pixelCount` counts, as the camera delivers them (turned).
    /// - Returns: the header, or `nil` when the scene is over.
    public mutating func renderNext(into pixels: inout MutableSpan<UInt16>) -> FrameHeader? {
        var time = Double(tick) / format.framesPerSecond
        while scene.sensor.flatField.stopsFrames, sensor.isCorrecting(at: time) {
            tick += 1
            time = Double(tick) / format.framesPerSecond
        }
        guard time < scene.duration else { return nil }
        if index == 0 || !sensor.isCorrecting(at: time) {
            renderer.render(scene, at: time, timeConstant: scene.sensor.timeConstant, into: &picture)
            sensor.expose(picture, at: time, into: &counts)
        }
        for i in 0..<min(pixels.count, counts.count) { pixels[i] = counts[i] }
        let header = FrameHeader(
            sequence: index, timestamp: Int64((time * 1e9).rounded()), flatField: sensor.telemetry(at: time))
        index += 1
        tick += 1
        return header
    }

    /// Frame intervals since the start.
    private var tick = 0
}
