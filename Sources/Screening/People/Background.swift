import Radiometry

/// What each cell shows when nobody is there: it falls to a cooler value at once and rises to a warmer one slowly.
///
/// A person who stands for the length of a screening stays in front of it; a radiator, a lamp or the housing of the
/// reference body sinks into it within a minute or so.
struct Background: Sendable {
    /// Counts × 64.
    private var levels: [Int32]
    private var margin: Int32 = 0
    private var started = false

    /// Time constant of the rise, seconds.
    private static let riseTime = 40.0

    init(cells: Int) { levels = [Int32](repeating: 0, count: cells) }

    /// Takes one frame.
    ///
    /// - Parameters:
    ///   - room: the level above which a cell of the first frame may be a person, counts.
    ///   - margin: how much warmer than the background a person is, counts.
    ///   - seconds: since the frame before.
    ///   - drift: what the camera itself drifted since the frame before, as the reference body shows it, counts.
    mutating func learn(_ grid: CountsGrid, room: Double, margin: Double, seconds: Double, drift: Double) {
        self.margin = Int32(max(1, min(8_000, margin)))
        if !started {
            started = true
            let ceiling = Int32(max(0, min(65_535, room)))
            for index in 0..<levels.count { levels[index] = min(Int32(grid.counts[index]), ceiling) << 6 }
            return
        }
        let shift = Int32(max(-64_000, min(64_000, drift * 64)))
        let rise = max(1, Int32(Self.riseTime / max(0.001, seconds)))
        for index in 0..<levels.count {
            let value = Int32(grid.counts[index]) << 6
            let level = levels[index] &+ shift
            levels[index] = value < level ? level &- (level &- value) / 2 : level &+ (value &- level) / rise
        }
    }

    /// The count from which the cell shows something warmer than its background.
    func threshold(at index: Int) -> UInt16 {
        UInt16(truncatingIfNeeded: min(65_535, (levels[index] >> 6) &+ margin))
    }
}
