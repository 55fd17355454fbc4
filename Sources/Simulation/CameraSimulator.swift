import Capture
import Settings

/// Renders a scene, or a door without end, as the frames of a camera, one call a frame, on no clock but its own.
///
///     var camera = CameraSimulator(scene: Scene(.pair, seed: 7))
///     var counts = [UInt16](repeating: 0, count: camera.format.size.pixelCount)
///     while let header = camera.render(into: &counts) {
///         let heads = camera.heads(at: header)
///     }
public struct CameraSimulator: Sendable {
    /// What the frames look like.
    public let format: FrameFormat
    /// The scene that is shown now.
    public private(set) var scene: Scene
    /// When the scene that is shown now began, seconds on the camera's clock.
    public private(set) var sceneStart = 0.0
    private var series: SceneSeries?
    private var renderer: Renderer
    private var sensor: Sensor
    private var picture: [Float]
    private var counts: [UInt16]
    /// Frames delivered, and frame intervals since the start.
    private var delivered: UInt64 = 0
    private var tick: UInt64 = 0

    /// A camera that shows one scene and ends with it.
    public init(scene: Scene) {
        self.scene = scene
        let settings = scene.sensor
        format = FrameFormat(
            size: settings.size, framesPerSecond: settings.framesPerSecond, countsMap: settings.countsMap)
        renderer = Renderer(view: scene.view, room: scene.room, reference: scene.reference)
        sensor = Sensor(settings, seed: scene.seed)
        picture = [Float](repeating: 0, count: format.size.pixelCount)
        counts = [UInt16](repeating: 0, count: format.size.pixelCount)
    }

    /// A camera at a door to which people keep coming.
    ///
    /// It corrects itself every 3 minutes of the first day, as a Lepton does, and tells so in the headers.
    ///
    /// - Parameter referenceTemperature: what the reference body is set to, °C; drawn from the seed when `nil`.
    public init(settings: SimulationSettings, rotation: Rotation, referenceTemperature: Double? = nil) {
        var sensor = SensorSettings(settings, rotation: rotation)
        sensor.flatField.telemetry = true
        sensor.flatField.times = Array(stride(from: 180 - sensor.flatField.sinceCorrection, to: 86_400, by: 180))
        let series = SceneSeries(seed: settings.seed, sensor: sensor, referenceTemperature: referenceTemperature)
        self.init(scene: series.opening)
        self.series = series
    }

    /// Renders the next frame that the camera delivers.
    ///
    /// Sequence numbers count the frames that are delivered; a camera that stops its frames during a flat-field
    /// correction does not number those that it never took. Time stamps are nanoseconds since the start.
    ///
    /// - Parameter pixels: exactly `format.size.pixelCount` counts, as the camera delivers them (turned).
    /// - Returns: the header, or `nil` when the scene is over.
    public mutating func renderNext(into pixels: inout MutableSpan<UInt16>) -> FrameHeader? {
        guard let time = advance() else { return nil }
        if delivered == 0 || !sensor.isCorrecting(at: time) {
            renderer.render(scene, at: time - sceneStart, timeConstant: scene.sensor.timeConstant, into: &picture)
            sensor.expose(picture, at: time, into: &counts)
        }
        for i in 0..<min(pixels.count, counts.count) { pixels[i] = counts[i] }
        let header = FrameHeader(
            sequence: delivered, timestamp: Int64((time * 1e9).rounded()), flatField: sensor.telemetry(at: time))
        delivered += 1
        tick += 1
        return header
    }

    /// Renders the next frame into an array of `format.size.pixelCount` counts.
    public mutating func render(into pixels: inout [UInt16]) -> FrameHeader? {
        var span = pixels.mutableSpan
        return renderNext(into: &span)
    }

    /// The heads in the picture of the frame just rendered.
    public func heads(at header: FrameHeader) -> [HeadTruth] {
        scene.heads(at: Double(header.timestamp) / 1e9 - sceneStart)
    }

    /// When the frame after the last one is due, nanoseconds since the start; `nil` when the scene is over.
    public mutating func nextTimestamp() -> Int64? { advance().map { Int64(($0 * 1e9).rounded()) } }

    /// The time of the next frame, past those that a closed shutter swallows.
    private mutating func advance() -> Double? {
        var time = Double(tick) / format.framesPerSecond
        while scene.sensor.flatField.stopsFrames, sensor.isCorrecting(at: time) {
            tick += 1
            time = Double(tick) / format.framesPerSecond
        }
        guard time >= sceneStart + scene.duration else { return time }
        guard let next = series?.next() else { return nil }
        sceneStart += scene.duration
        scene = next
        return time
    }
}

extension SensorSettings {
    /// The camera of a configuration. Values that make no camera are moved to the nearest that do.
    public init(_ settings: SimulationSettings, rotation: Rotation) {
        self.init()
        size = FrameSize(
            width: max(16, min(2048, settings.width)), height: max(16, min(2048, settings.height)))
        framesPerSecond = settings.framesPerSecond.isFinite ? max(0.5, min(240, settings.framesPerSecond)) : 9
        self.rotation = rotation
    }
}
