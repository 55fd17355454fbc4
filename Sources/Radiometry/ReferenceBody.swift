/// The reference body: found by itself, watched and judged at every frame.
///
/// It is a steady, uniform, round warm disc on a cooler surround whose level lies within the camera's own error of the
/// configured temperature. Anything less is `searching` or `lost`, and nobody is measured by it.
public struct ReferenceBody: Sendable {
    public private(set) var state: ReferenceState
    /// Where it is, in grid cells; meaningful when tracked.
    public private(set) var disc = Disc(x: 0, y: 0, radius: 0)
    /// Mean and standard deviation of the inner disc at this frame, counts.
    public private(set) var reading = DiscReading()

    private var search: DiscSearch
    private let temperature: Double
    private var level = 0.0
    private var lastTracked: Int64?
    private var goodFrames = 0
    private var lostSince: Int64 = 0
    private var candidate: Disc?
    private var candidateFrames = 0
    private var searches = 0
    private let fixed: Bool

    /// Frames in a row that a disc must stand still to be believed, and to be believed again.
    private static let framesToTrack = 4
    private static let framesToRecover = 2
    /// After this long out of sight it is searched for anew, nanoseconds.
    private static let searchAnewAfter: Int64 = 1_000_000_000
    /// Greatest change of level between frames outside a flat-field correction, K.
    private static let greatestJump = 1.0
    /// Most that its level changes while it is out of sight, K, and for how long that is held against what is found.
    private static let greatestChange = 2.0
    private static let remembered: Int64 = 600_000_000_000
    /// Furthest level from the configured temperature, K: Lepton 3.5 accuracy ±5 °C plus its drift.
    static let furthestLevel = 7.0

    /// - Parameters:
    ///   - enabled: false where the configuration says that there is no reference body.
    ///   - temperature: what it is set to, °C.
    ///   - region: where it is, in grid cells, if it was configured.
    public init(enabled: Bool, temperature: Double, region: Disc?, grid: CountsGrid) {
        state = enabled ? .searching : .none
        self.temperature = temperature
        search = DiscSearch(width: grid.width, height: grid.height)
        fixed = region != nil
        if let region { candidate = region }
    }

    /// Takes one frame.
    ///
    /// - Parameters:
    ///   - expected: counts at the configured temperature by the camera's own map.
    ///   - countsPerKelvin: of that map.
    ///   - settled: false during a flat-field correction, when the level may step.
    public mutating func observe(
        _ grid: CountsGrid, expected: Double, countsPerKelvin: Double, settled: Bool, now: Int64
    ) {
        switch state {
        case .none: return
        case .searching:
            find(grid, expected: expected, countsPerKelvin: countsPerKelvin, now: now)
        case .tracked, .lost:
            watch(grid, expected: expected, countsPerKelvin: countsPerKelvin, settled: settled, now: now)
        }
    }

    private mutating func find(_ grid: CountsGrid, expected: Double, countsPerKelvin: Double, now: Int64) {
        searches += 1
        // Where nothing is found for long, look at every fourth frame only.
        if searches > 40, searches % 4 != 0 { return }
        let found: Disc?
        if fixed, let candidate {
            found = candidate
        } else {
            found = search.best(in: grid, expected: expected, countsPerKelvin: countsPerKelvin)
        }
        guard let found else {
            candidateFrames = 0
            return
        }
        let still = candidate.map { hypot2($0.x - found.x, $0.y - found.y) < 2.25 } ?? false
        candidateFrames = still ? candidateFrames + 1 : 1
        candidate = found
        let judged = DiscReading.read(found, in: grid)
        guard judged.isBelievable(expected: expected, countsPerKelvin: countsPerKelvin),
            isSameLevel(judged, countsPerKelvin, now)
        else {
            candidateFrames = 0
            return
        }
        if candidateFrames >= Self.framesToTrack {
            disc = found
            reading = judged
            level = judged.mean
            lastTracked = now
            state = .tracked
        }
    }

    /// Whether a disc found again reads what the reference body read when it was last seen: a camera does not drift by
    /// more meanwhile, and another round warm thing, such as what hangs in front of it, reads something else.
    private func isSameLevel(_ judged: DiscReading, _ countsPerKelvin: Double, _ now: Int64) -> Bool {
        guard let lastTracked, now - lastTracked < Self.remembered else { return true }
        return abs(judged.mean - level) <= Self.greatestChange * countsPerKelvin
    }

    private mutating func watch(
        _ grid: CountsGrid, expected: Double, countsPerKelvin: Double, settled: Bool, now: Int64
    ) {
        let judged = DiscReading.read(disc, in: grid)
        let jumped = settled && state == .tracked && abs(judged.mean - level) > Self.greatestJump * countsPerKelvin
        let good =
            !jumped && isSameLevel(judged, countsPerKelvin, now)
            && judged.isBelievable(expected: expected, countsPerKelvin: countsPerKelvin)
        if good {
            goodFrames += 1
            reading = judged
            level = judged.mean
            lastTracked = now
            if state == .lost, goodFrames >= Self.framesToRecover { state = .tracked }
        } else {
            if state == .tracked { lostSince = now }
            goodFrames = 0
            state = .lost
            if now - lostSince > Self.searchAnewAfter {
                state = .searching
                searches = 0
                if !fixed { candidate = nil }
                candidateFrames = 0
            }
        }
    }
}

private func hypot2(_ x: Double, _ y: Double) -> Double { x * x + y * y }
