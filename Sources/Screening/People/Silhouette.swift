import Radiometry

/// The cells that are clearly warmer than the room and than what always stands there, smoothed and closed.
struct Silhouette: Sendable {
    let width: Int
    let height: Int
    /// 1 where a person may be.
    private(set) var cells: [UInt8]
    private var raw: [UInt8]
    private var sums: [UInt8]
    private var lastRow: [Int32]
    /// 1 for each row that has any marked cell.
    private(set) var occupied: [UInt8]

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        cells = [UInt8](repeating: 0, count: width * height)
        raw = cells
        sums = cells
        lastRow = [Int32](repeating: -1, count: width)
        occupied = [UInt8](repeating: 1, count: height)
    }

    /// Marks the cells at or above `threshold` and the background, leaving out the reference body.
    ///
    /// Gaps inside a head (a cold nose, strands of hair) are closed: up to a fifteenth of the picture's short side, so that what
    /// stands behind beside a head does not join it, and less upright, where the hollow of a neck must stay. Of bare skin
    /// only noise is closed, so that hair parts two faces.
    mutating func mark(
        _ grid: CountsGrid, threshold: UInt16, background: Background, without disc: Disc?, skinOnly: Bool
    ) {
        compare(grid.counts, background.thresholds, threshold, &raw)
        if let disc { erase(disc) }
        if width > 2, height > 2 {
            sumLevel(raw, &sums)
            vote(raw, sums, &cells, &occupied, width: width, height: height)
        }
        closeUpright(
            &cells, &lastRow, &occupied, width: width, height: height,
            gap: skinOnly ? grid.shortSide / 60 : grid.shortSide / 24)
        closeLevel(
            &cells, occupied, width: width, height: height, gap: skinOnly ? grid.shortSide / 60 : grid.shortSide / 15)
    }

    private mutating func erase(_ disc: Disc) {
        let reach = disc.radius + 2.5
        let top = max(0, Int(disc.y - reach))
        let bottom = min(height - 1, Int(disc.y + reach + 1))
        let left = max(0, Int(disc.x - reach))
        let right = min(width - 1, Int(disc.x + reach + 1))
        guard top <= bottom, left <= right else { return }
        for y in top...bottom {
            for x in left...right {
                let dx = Double(x) - disc.x
                let dy = Double(y) - disc.y
                if dx * dx + dy * dy <= reach * reach { raw[y * width + x] = 0 }
            }
        }
    }
}

// Each kernel takes the arrays it works on, so that their spans do not overlap in the structure.

private func compare(_ counts: [UInt16], _ background: [UInt16], _ threshold: UInt16, _ marked: inout [UInt8]) {
    let counts = counts.span
    let levels = background.span
    var marks = marked.mutableSpan
    for index in 0..<marks.count { marks[index] = counts[index] >= max(threshold, levels[index]) ? 1 : 0 }
}

/// Sums of three cells side by side; those at a row's ends are not used.
private func sumLevel(_ raw: [UInt8], _ sums: inout [UInt8]) {
    let source = raw.span
    var level = sums.mutableSpan
    for i in 1..<(source.count - 1) { level[i] = source[i &- 1] &+ source[i] &+ source[i &+ 1] }
}

/// Majority of the 3×3 neighbourhood; edges keep their own value.
private func vote(
    _ raw: [UInt8], _ sums: [UInt8], _ cells: inout [UInt8], _ occupied: inout [UInt8], width: Int, height: Int
) {
    let source = raw.span
    let level = sums.span
    var marks = cells.mutableSpan
    var rows = occupied.mutableSpan
    let bottom = (height - 1) * width
    for x in 0..<width {
        marks[x] = source[x]
        marks[bottom &+ x] = source[bottom &+ x]
    }
    for y in 1..<(height - 1) {
        let row = y &* width
        var any: UInt8 = 0
        for i in row..<(row &+ width) {
            // 5 to 9 of 9 give 1: (5 + 3) / 8 to (9 + 3) / 8.
            let mark = (level[i &- width] &+ level[i] &+ level[i &+ width] &+ 3) >> 3
            marks[i] = mark
            any |= mark
        }
        marks[row] = source[row]
        marks[row &+ width &- 1] = source[row &+ width &- 1]
        rows[y] = any | marks[row] | marks[row &+ width &- 1]
    }
}

private func closeUpright(
    _ cells: inout [UInt8], _ lastRow: inout [Int32], _ occupied: inout [UInt8], width: Int, height: Int, gap: Int
) {
    var marks = cells.mutableSpan
    var last = lastRow.mutableSpan
    var rows = occupied.mutableSpan
    for x in 0..<width { last[x] = -1 }
    for y in 0..<height where rows[y] != 0 {
        let row = y &* width
        for x in 0..<width where marks[row &+ x] == 1 {
            let above = Int(last[x])
            last[x] = Int32(truncatingIfNeeded: y)
            if above >= 0, y &- above > 1, y &- above <= gap &+ 1 {
                for filled in (above &+ 1)..<y {
                    marks[filled &* width &+ x] = 1
                    rows[filled] = 1
                }
            }
        }
    }
}

private func closeLevel(_ cells: inout [UInt8], _ occupied: [UInt8], width: Int, height: Int, gap: Int) {
    var marks = cells.mutableSpan
    let rows = occupied.span
    for y in 0..<height where rows[y] != 0 {
        let row = y &* width
        var last = -1
        for x in 0..<width where marks[row &+ x] == 1 {
            if last >= 0, x &- last > 1, x &- last <= gap &+ 1 {
                for filled in (last &+ 1)..<x { marks[row &+ filled] = 1 }
            }
            last = x
        }
    }
}
