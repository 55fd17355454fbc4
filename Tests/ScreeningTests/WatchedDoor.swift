import Capture
import Screening
import Settings
import Simulation

/// A simulated visitor who comes, stops and faces the camera, seen by a pipeline whose camera has the given properties.
struct WatchedDoor {
    let pipeline: ScreeningPipeline
    private(set) var screenings: [Screening] = []
    /// The last frame's header and counts.
    private(set) var header = FrameHeader(sequence: 0, timestamp: 0)
    private var pixels: [UInt16]
    private var simulator: CameraSimulator
    private let change: (inout FrameHeader) -> Void

    /// - Parameters:
    ///   - skin: true temperature of the visitor's inner canthi, °C.
    ///   - appearance: of the visitor.
    ///   - findsReference: false where the reference body is looked for at a place where it is not.
    ///   - change: what the camera says beside each frame.
    init(
        skin: Double = 35, appearance: Appearance = Appearance(), canMeasure: Bool = true,
        plausible: ClosedRange<Double>? = nil, warmUp: Duration = .zero,
        settle: Duration = .zero, poweredSince: Int64? = nil, findsReference: Bool = true,
        change: @escaping (inout FrameHeader) -> Void = { _ in }
    ) {
        let scene = Scene.measurement(skin: skin, standing: 6, seed: 11, appearance: appearance)
        simulator = CameraSimulator(scene: scene)
        self.change = change
        var settings = Settings()
        settings.camera.rotation = scene.sensor.rotation
        if let reference = scene.truth().reference { settings.reference.temperature = reference.temperature }
        if !findsReference { settings.reference.region = .disc(x: 3, y: 3, radius: 2) }
        let format = FrameFormat(
            size: scene.sensor.size, framesPerSecond: scene.sensor.framesPerSecond, countsMap: nil,
            canMeasure: canMeasure, plausible: plausible, warmUp: warmUp, settle: settle, poweredSince: poweredSince)
        self.settings = settings
        pipeline = ScreeningPipeline(format: format, settings: settings)
        pixels = [UInt16](repeating: 0, count: format.size.pixelCount)
    }

    let settings: Settings

    /// Shows the next frame; false when the scene is over.
    mutating func showNext() -> Bool {
        guard let next = simulator.render(into: &pixels) else { return false }
        header = next
        change(&header)
        process()
        return true
    }

    /// Shows every third frame until somebody presents or the scene is over: so few are not enough for a reading yet.
    mutating func showUntilSomebodyPresents() {
        while !pipeline.scene.people.contains(where: { $0.state == .presenting || $0.state == .measuring }) {
            for _ in 0..<2 { _ = simulator.render(into: &pixels) }
            guard showNext() else { return }
        }
    }

    /// Shows the whole scene.
    mutating func showAll() {
        while showNext() {}
        var found: [Screening] = []
        pipeline.finish { if case .screening(let screening) = $0 { found.append(screening) } }
        screenings += found
    }

    /// Shows the last frame again, this much later.
    mutating func repeatFrame(after nanoseconds: Int64) {
        header.timestamp += nanoseconds
        header.sequence += 1
        process()
    }

    /// Tells that no frame came for this long.
    mutating func wait(_ nanoseconds: Int64) {
        var found: [Screening] = []
        pipeline.elapse(now: header.timestamp + nanoseconds) {
            if case .screening(let screening) = $0 { found.append(screening) }
        }
        screenings += found
    }

    mutating func apply(_ settings: Settings) {
        var found: [Screening] = []
        pipeline.apply(settings) { if case .screening(let screening) = $0 { found.append(screening) } }
        screenings += found
    }

    private mutating func process() {
        var found: [Screening] = []
        pipeline.process(header, pixels.span) { if case .screening(let screening) = $0 { found.append(screening) } }
        screenings += found
    }
}
