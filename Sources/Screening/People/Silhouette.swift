import Radiometry

/// The cells that are clearly warmer than the room and than what always stands there, smoothed and closed.
struct Silhouette: Sendable {
    let width: Int
    let height: Int
    /// 1 where a person may be.
    private(set) var cells: [UInt8]
    private var raw: [UInt8]

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        cells = [UInt8](repeating: 0, count: width * height)
        raw = cells
    }

    /// Marks the cells at or above `threshold` and the background, leaving out the reference body.
    ///
    /// Gaps inside a head (a cold nose, strands of hair) are closed: up to a tenth of the picture's short side, much less
    /// upright, where the hollow of a neck must stay.
    mutating func mark(_ grid: CountsGrid, threshold: UInt16, background: Background, without disc: Disc?) {
        for index in 0..<raw.count {
            let value = grid.counts[index]
            raw[index] = value >= threshold && value >= background.threshold(at: index) ? 1 : 0
        }
        if let disc { erase(disc) }
        vote()
        closeUpright(gap: grid.shortSide / 24)
        closeLevel(gap: grid.shortSide / 10)
    }

    private mutating func closeUpright(gap: Int) {
        for x in 0..<width {
            var last = -1
            for y in 0..<height where cells[y * width + x] == 1 {
                if last >= 0, y - last > 1, y - last <= gap + 1 {
                    for filled in (last + 1)..<y { cells[filled * width + x] = 1 }
                }
                last = y
            }
        }
    }

    private mutating func closeLevel(gap: Int) {
        for y in 0..<height {
            let row = y * width
            var last = -1
            for x in 0..<width where cells[row + x] == 1 {
                if last >= 0, x - last > 1, x - last <= gap + 1 {
                    for filled in (last + 1)..<x { cells[row + filled] = 1 }
                }
                last = x
            }
        }
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

    /// Majority of the 3×3 neighbourhood; edges keep their own value.
    private mutating func vote() {
        for index in 0..<cells.count { cells[index] = raw[index] }
        guard width > 2, height > 2 else { return }
        for y in 1..<(height - 1) {
            let row = y * width
            for x in 1..<(width - 1) {
                let i = row + x
                let above = raw[i - width - 1] &+ raw[i - width] &+ raw[i - width + 1]
                let beside = raw[i - 1] &+ raw[i] &+ raw[i + 1]
                let below = raw[i + width - 1] &+ raw[i + width] &+ raw[i + width + 1]
                cells[i] = above &+ beside &+ below >= 5 ? 1 : 0
            }
        }
    }
}
