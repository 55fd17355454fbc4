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

    private var settings: Settings
    private let declaredMap: CountsMap?
    private var picture: UprightPicture
    private var camera: CameraWatch
    private var reference: ReferenceBody
    private var finder: PeopleFinder
    private var tracker: Tracker
    private var screener: Screener
    private var frame = 0
    private var lastTime: Int64?
    private var lastLevel: Double?
    private var conditions: FrameConditions?

    public init(format: FrameFormat, settings: Settings) {
        self.settings = settings
        declaredMap = format.countsMap
        picture = UprightPicture(frameSize: format.size, rotation: settings.camera.rotation)
        uprightSize = picture.uprightSize
        camera = CameraWatch(format: format)
        let grid = picture.grid
        finder = PeopleFinder(grid: grid)
        tracker = Tracker(gridWidth: grid.width)
        reference = Self.makeReference(settings.reference, grid)
        screener = Screener(settings: settings)
        scene.people.reserveCapacity(16)
    }

    /// Takes one frame and hands every entry event that it completes to `emit`.
    public func process(_ header: FrameHeader, _ pixels: Span<UInt16>, emit: (EntryEvent) -> Void) {
        var watch = StageWatch(running: stageTimes != nil)
        if camera.begins(header) { beginStream(emit: emit) }
        picture.load(pixels)
        let map = countsMap
        watch.lap(&stageTimes, \.picture)
        let countsPerKelvin = map.map { 1 / $0.scale } ?? FrameConditions.countsPerKelvinOfRaw
        picture.compare(least: Int(0.1 * countsPerKelvin))
        camera.observe(
            header, median: picture.median, highest: picture.quantile(0.98), map: map, checksum: picture.checksum,
            movedTogether: picture.movedTogether)
        let expected = map?.counts(celsius: settings.reference.temperature) ?? Double(picture.median)
        reference.observe(
            picture.grid, expected: expected, countsPerKelvin: countsPerKelvin, settled: camera.isLevelSteady,
            now: header.timestamp)
        let conditions = makeConditions(header, map, countsPerKelvin)
        self.conditions = conditions
        watch.lap(&stageTimes, \.reference)
        if camera.isBlind {
            endUnseen(conditions, cause: .cameraSettling, emit: emit)
        } else {
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

    /// Whether nobody is in view, nor was within the last 2 s.
    public var isDoorwayEmpty: Bool { tracker.tracks.isEmpty }

    /// When the earliest presentation began that has no outcome yet, nanoseconds on the source's clock; `nil` while nobody
    /// presents.
    public var presentingSince: Int64? { tracker.presentingSince }

    /// Tells that no frame came until now: whoever has been out of sight for 2 s is no longer there, and is undecided if
    /// nothing was measured.
    ///
    /// - Parameter now: on the clock of the frames' time stamps, nanoseconds.
    public func elapse(now: Int64, emit: (EntryEvent) -> Void) {
        guard var conditions, now > conditions.now else { return }
        conditions.now = now
        endUnseen(conditions, cause: .cameraSettling, emit: emit)
        scene.people.removeAll { person in !tracker.tracks.contains { $0.number == person.track } }
    }

    /// Ends the stream: presentations still open get their outcome.
    public func finish(emit: (EntryEvent) -> Void) {
        guard let conditions else { return }
        let afterAll = conditions.now.addingReportingOverflow(Tracker.patience + 1).partialValue
        tracker.forget(now: afterAll) { end($0, conditions, at: $0.lastSeen, emit: emit) }
    }

    /// Goes on by other settings. Presentations still open end by the old ones: nobody is measured by both.
    ///
    /// - Parameter settings: with the camera's rotation as before; another one needs another pipeline.
    public func apply(_ settings: Settings, emit: (EntryEvent) -> Void) {
        finish(emit: emit)
        if settings.reference != self.settings.reference {
            reference = Self.makeReference(settings.reference, picture.grid)
        }
        self.settings = settings
        screener = screener.with(settings)
    }

    /// The camera was opened anew, perhaps moved: what was learnt of its view is no longer true.
    private func beginStream(emit: (EntryEvent) -> Void) {
        guard frame > 0 else { return }
        finish(emit: emit)
        screener.beginStream()
        finder = PeopleFinder(grid: picture.grid)
        reference = Self.makeReference(settings.reference, picture.grid)
        lastTime = nil
        lastLevel = nil
        conditions = nil
    }

    /// Ends the tracks that have been out of sight for too long.
    ///
    /// - Parameter cause: what kept them out of sight, when it was the camera.
    private func endUnseen(
        _ conditions: FrameConditions, cause: UndecidedReason? = nil, emit: (EntryEvent) -> Void
    ) {
        tracker.forget(now: conditions.now) { end($0, conditions, cause: cause, at: conditions.now, emit: emit) }
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
        let seen = tracker.peopleSeen
        for index in tracker.tracks.indices {
            let known = tracker.isKnown(index, now: conditions.now)
            tracker.update(index) { track in
                let isSeen = track.isSeenPerson
                if track.becomesPerson() { people += 1 }
                let alone = seen == (isSeen ? 1 : 0)
                if let screening = screener.observe(&track, conditions, known: known, alone: alone) {
                    emit(.screening(screening))
                }
            }
        }
        endUnseen(conditions, emit: emit)
    }

    private func end(
        _ track: Track, _ conditions: FrameConditions, cause: UndecidedReason? = nil, at time: Int64,
        emit: (EntryEvent) -> Void
    ) {
        if let screening = screener.end(track, conditions, cause: cause) { emit(.screening(screening)) }
        let presentedAs = track.presentedAs
        let direction = PassageRule.direction(
            of: track.visit, presented: presentedAs != nil, leastWidth: conditions.leastWidth)
        if let direction {
            let passage = Passage(
                track: presentedAs ?? track.number, time: time, direction: direction, wasAlone: track.isAlone)
            emit(.passage(passage))
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
            countsPerKelvin: countsPerKelvin, celsiusAtZero: zero, obstacle: obstacle,
            referenceNoise: byReference
                ? reading.deviation / countsPerKelvin / Double(max(1, reading.cells)).squareRoot() : 0,
            byReference: byReference, leastWidth: max(8, picture.grid.shortSide * 21 / 100),
            binning: picture.grid.binning)
    }

    private var obstacle: UndecidedReason? {
        if let obstacle = camera.condition.obstacle { return obstacle }
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
        scene.camera = camera.condition
        scene.people.removeAll(keepingCapacity: true)
        for track in tracker.tracks where track.matched {
            scene.people.append(
                PersonState(
                    track: track.number, head: track.head.box(binning: conditions.binning),
                    state: track.phase, prompt: track.prompt, outcome: track.screening?.outcome,
                    skin: track.screening?.skin, sample: track.sample))
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
