import Radiometry

/// What each cell shows when nobody is there: it falls to a cooler value at once and rises to a warmer one slowly.
///
/// A person who stands for the length of a screening stays in front of it; a radiator, a lamp or the housing of the
/// reference body sinks into it within a minute or so.
struct Background: Sendable {
    /// Counts × 64.
    private var levels: [Int32]
    /// The count from which each cell shows something warmer than its background.
    private(set) var thresholds: [UInt16]
    /// 1 where a cell ever showed nothing warmer than the room or its background: what is warm there now has come.
    private var wasBare: [UInt8]
    private var started = false

    /// Time constant of the rise, seconds.
    private static let riseTime = 40.0

    init(cells: Int) {
        levels = [Int32](repeating: 0, count: cells)
        thresholds = [UInt16](repeating: .max, count: cells)
        wasBare = [UInt8](repeating: 0, count: cells)
    }

    /// Takes one frame.
    ///
    /// - Parameters:
    ///   - room: the level above which a cell of the first frame may be a person, counts.
    ///   - margin: how much warmer than the background a person is, counts.
    ///   - seconds: since the frame before.
    ///   - drift: what the camera itself drifted since the frame before, as the reference body shows it, counts.
    mutating func learn(_ grid: CountsGrid, room: Double, margin: Double, seconds: Double, drift: Double) {
        let margin = Int32(max(1, min(8_000, margin)))
        if !started {
            started = true
            let ceiling = Int32(UInt16(nearestCount: room))
            for index in 0..<levels.count {
                levels[index] = min(Int32(grid.counts[index]), ceiling) << 6
                thresholds[index] = UInt16(truncatingIfNeeded: min(65_535, (levels[index] >> 6) &+ margin))
            }
            noteBare(grid.counts, thresholds, UInt16(nearestCount: room), &wasBare)
            return
        }
        let shift = Int32(max(-64_000, min(64_000, drift * 64)))
        let rate = Int32(65_536 * min(0.5, seconds / Self.riseTime))
        follow(grid.counts, &levels, &thresholds, shift: shift, rate: rate, margin: margin)
        noteBare(grid.counts, thresholds, UInt16(nearestCount: room), &wasBare)
    }

    /// Whether a place was seen without what stands there now: at least three quarters of it.
    func wasSeenBare(left: Int, right: Int, top: Int, bottom: Int, width: Int) -> Bool {
        var bare = 0
        var cells = 0
        for y in Swift.stride(from: max(0, top), to: bottom, by: 2) {
            for x in Swift.stride(from: max(0, left), through: right, by: 2) {
                let index = y * width + x
                guard wasBare.indices.contains(index) else { continue }
                cells += 1
                bare += Int(wasBare[index])
            }
        }
        return bare * 4 > cells * 3
    }
}

private func noteBare(_ counts: [UInt16], _ thresholds: [UInt16], _ room: UInt16, _ wasBare: inout [UInt8]) {
    let counts = counts.span
    let levels = thresholds.span
    var marks = wasBare.mutableSpan
    for index in 0..<marks.count { marks[index] |= counts[index] < max(room, levels[index]) ? 1 : 0 }
}

/// Moves each level towards its count: half-way down at once, upwards by `rate` parts of 65,536.
private func follow(
    _ counts: [UInt16], _ levels: inout [Int32], _ thresholds: inout [UInt16], shift: Int32, rate: Int32, margin: Int32
) {
    let counts = counts.span
    var background = levels.mutableSpan
    var marks = thresholds.mutableSpan
    for index in 0..<background.count {
        let difference = (Int32(counts[index]) << 6) &- (background[index] &+ shift)
        // 8 bits are taken off first so that the product fits.
        let change = difference < 0 ? difference / 2 : ((difference >> 8) &* rate) >> 8
        let level = max(0, background[index] &+ shift &+ change)
        background[index] = level
        marks[index] = UInt16(truncatingIfNeeded: min(65_535, (level >> 6) &+ margin))
    }
}
