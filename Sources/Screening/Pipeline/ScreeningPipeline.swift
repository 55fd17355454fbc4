import Capture
import Radiometry
import Settings

/// Everything between a frame and its entry events, one frame at a time.
///
/// Used by one queue at a time; allocates nothing in steady state.
public final class ScreeningPipeline {
    /// The size of the upright picture that boxes and discs refer to.
    public let uprightSize: FrameSize
    /// What was seen at the last frame.
    public private(set) var scene = SceneState()
    /// People seen so far: tracks that lasted and moved.
    public private(set) var people = 0

    /// Set to `StageTimes()` to have the stages timed.
    public var stageTimes: StageTimes?

    private let settings: Settings
    private let declaredMap: CountsMap?
    private var picture: UprightPicture
    private var reference: ReferenceBody
    private var flatField = FlatFieldGuard()
    private var finder: PeopleFinder
    private var tracker = Tracker()
    private let screener: Screener
    private var frame = 0
    private var lastTime: Int64?
    private var lastLevel: Double?
    private var generation: UInt32?
    private var conditions: FrameConditions?

    public init(format: FrameFormat, settings: Settings) {
        self.settings = settings
        declaredMap = format.countsMap
        picture = UprightPicture(frameSize: format.size, rotation: settings.camera.rotation)
        uprightSize = picture.uprightSize
        let grid = picture.grid
        finder = PeopleFinder(grid: grid)
        reference = Self.makeReference(settings.reference, grid)
        screener = Screener(settings: settings)
        scene.people.reserveCapacity(16)
    }

    /// Takes one frame and hands every entry event that it completes to `emit`.
    public func process(_ header: FrameHeader, _ pixels: Span<UInt16>, emit: (EntryEvent) -> Void) {
        var watch = StageWatch(running: stageTimes != nil)
        picture.load(pixels)
        let map = countsMap
        watch.lap(&stageTimes, \.picture)
        let countsPerKelvin = map.map { 1 / $0.scale } ?? 50
        picture.compare(least: Int(0.1 * countsPerKelvin))
        flatField.observe(
            header, median: Double(picture.median) / countsPerKelvin, checksum: picture.checksum,
            movedTogether: picture.movedTogether)
        let expected = map?.counts(celsius: settings.reference.temperature) ?? Double(picture.median)
        reference.observe(
            picture.grid, expected: expected, countsPerKelvin: countsPerKelvin, settled: flatField.state == .settled,
            now: header.timestamp)
        let conditions = makeConditions(header, map, countsPerKelvin)
        self.conditions = conditions
        watch.lap(&stageTimes, \.reference)
        if flatField.state != .blind {
            look(conditions)
            watch.lap(&stageTimes, \.people)
            decide(conditions, emit: emit)
        }
        describe(conditions)
        watch.lap(&stageTimes, \.decision)
        stageTimes?.frames += 1
        frame += 1
        lastTime = header.timestamp
    }

    /// Ends the stream: presentations still open get their outcome.
    public func finish(emit: (EntryEvent) -> Void) {
        guard let conditions else { return }
        tracker.forget(now: conditions.now + Tracker.patience + 1) {
            end($0, conditions, at: $0.lastSeen, emit: emit)
        }
    }

    private var countsMap: CountsMap? {
        if let declaredMap { return declaredMap }
        return switch RadiometricMode.recognise(median: picture.median) {
        case .temperature(let map): map
        case .raw: nil
        }
    }

    private func look(_ conditions: FrameConditions) {
        finder.find(
            in: picture.grid, room: Double(picture.quarter), hot: hotLevel(conditions), drift: referenceDrift(),
            reference: reference, conditions: conditions)
    }

    private func decide(_ conditions: FrameConditions, emit: (EntryEvent) -> Void) {
        tracker.join(finder.heads, now: conditions.now)
        for index in tracker.tracks.indices {
            let known = tracker.isKnown(index, now: conditions.now)
            tracker.update(index) { track in
                if track.becomesPerson() { people += 1 }
                if let screening = screener.observe(&track, conditions, known: known) { emit(.screening(screening)) }
            }
        }
        tracker.forget(now: conditions.now) { end($0, conditions, at: conditions.now, emit: emit) }
    }

    private func end(_ track: Track, _ conditions: FrameConditions, at time: Int64, emit: (EntryEvent) -> Void) {
        if let screening = screener.end(track, conditions) { emit(.screening(screening)) }
        let direction = PassageRule.direction(
            of: track, leastWidth: conditions.leastWidth, gridWidth: conditions.gridWidth,
            gridHeight: conditions.gridHeight)
        if track.frames >= 4, let direction {
            emit(.passage(Passage(track: track.number, time: time, direction: direction)))
        }
    }

    /// How far the reference body's level moved since the frame before, counts; zero unless it was tracked at both.
    private func referenceDrift() -> Double {
        let level = reference.state == .tracked ? reference.reading.mean : nil
        defer { lastLevel = level }
        guard let level, let lastLevel else { return 0 }
        return level - lastLevel
    }

    /// The level of warm skin, counts: near the reference body, else the warmest part of the picture.
    private func hotLevel(_ conditions: FrameConditions) -> Double {
        if reference.state == .tracked { return reference.reading.mean - 1.5 * conditions.countsPerKelvin }
        return Double(picture.quantile(0.98))
    }

    private func makeConditions(
        _ header: FrameHeader, _ map: CountsMap?, _ countsPerKelvin: Double
    ) -> FrameConditions {
        let byReference = reference.state == .tracked && map != nil
        let reading = reference.reading
        let zero: Double? =
            byReference
            ? settings.reference.temperature - reading.mean / countsPerKelvin : map.map { $0.celsius(0) }
        return FrameConditions(
            now: header.timestamp, frame: frame,
            step: min(500_000_000, max(0, header.timestamp - (lastTime ?? header.timestamp))),
            countsPerKelvin: countsPerKelvin, celsiusAtZero: zero, obstacle: obstacle(map),
            referenceNoise: byReference
                ? reading.deviation / countsPerKelvin / Double(max(1, reading.cells)).squareRoot() : 0,
            byReference: byReference, leastWidth: max(8, picture.grid.shortSide * 21 / 100),
            gridWidth: picture.grid.width,
            gridHeight: picture.grid.height, binning: picture.grid.binning)
    }

    private func obstacle(_ map: CountsMap?) -> UndecidedReason? {
        if map == nil { return .noTemperature }
        if flatField.state != .settled { return .cameraSettling }
        if settings.reference.mode == .required, reference.state != .tracked { return .referenceLost }
        return nil
    }

    private func describe(_ conditions: FrameConditions) {
        scene.reference = reference.state
        let scale = Double(picture.grid.binning)
        scene.disc =
            reference.state == .tracked
            ? Disc(
                x: (reference.disc.x + 0.5) * scale - 0.5, y: (reference.disc.y + 0.5) * scale - 0.5,
                radius: reference.disc.radius * scale) : nil
        scene.settling = flatField.state != .settled
        scene.people.removeAll(keepingCapacity: true)
        for track in tracker.tracks where track.matched {
            scene.people.append(
                PersonState(
                    track: track.number, head: track.head.box(binning: conditions.binning),
                    state: track.phase, prompt: track.prompt, outcome: track.screening?.outcome,
                    skin: track.screening?.skin))
        }
    }

    private static func makeReference(_ settings: ReferenceSettings, _ grid: CountsGrid) -> ReferenceBody {
        var region: Disc?
        if case .disc(let x, let y, let radius) = settings.region {
            let scale = Double(grid.binning)
            region = Disc(x: x / scale, y: y / scale, radius: radius / scale)
        }
        return ReferenceBody(
            enabled: settings.mode != .none, temperature: settings.temperature, region: region, grid: grid)
    }
}
