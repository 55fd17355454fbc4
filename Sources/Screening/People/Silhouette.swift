import Radiometry

/// The cells that are clearly warmer than the room, smoothed.
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

    /// Marks the cells at or above `threshold` whose 3×3 neighbourhood agrees, leaving out the reference body.
    mutating func mark(_ grid: CountsGrid, threshold: UInt16, without disc: Disc?) {
        for index in 0..<raw.count { raw[index] = grid.counts[index] >= threshold ? 1 : 0 }
        if let disc { erase(disc) }
        vote()
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
