import Radiometry

/// Looks for dark glasses: a band at the height of the eyes without bare skin, between a forehead and cheeks that show it.
///
/// Glass is opaque in the long-wave infrared and has about the room's temperature. A fringe or a hat leaves no skin above the
/// band, a mask or a beard none below it.
struct EyeCover {
    /// Share of cells without bare skin in each row from the head's top, the sides left out.
    private var covered = InlineArray<96, Double>(repeating: 0)
    private var rows = 0
    private let width: Int
    /// The most by which a band between 0.25 and one head width below the top is covered more than both what is above it and
    /// what is below it, -1...1.
    private(set) var contrast = -1.0
    /// The first row below that band, from the head's top.
    private(set) var bottom = 0

    /// - Parameter bare: the level of bare skin, counts.
    init(_ head: Head, in grid: CountsGrid, bare: UInt16) {
        width = head.width
        let side = head.width * 15 / 100
        rows = max(0, min(96, min(head.width * 13 / 10, grid.height - head.top)))
        let counts = grid.counts.span
        for row in 0..<rows {
            let start = (head.top + row) * grid.width
            var cells = 0
            for x in (head.left + side)...(head.right - side) where counts[start + x] < bare { cells += 1 }
            covered[row] = Double(cells) / Double(head.right - head.left + 1 - 2 * side)
        }
        findBand()
    }

    private mutating func findBand() {
        let height = max(2, width * 12 / 100)
        let reach = max(2, width * 22 / 100)
        let gap = max(1, width * 5 / 100)
        var top = width / 4
        while top + height <= width, top + height + gap + reach <= rows {
            let above = mean(from: max(0, top - gap - reach), to: top - gap)
            let below = mean(from: top + height + gap, to: top + height + gap + reach)
            let found = mean(from: top, to: top + height) - max(above, below)
            if found > contrast {
                contrast = found
                bottom = top + height
            }
            top += 1
        }
    }

    private func mean(from: Int, to: Int) -> Double {
        guard from < to else { return 1 }
        var sum = 0.0
        for row in from..<to { sum += covered[row] }
        return sum / Double(to - from)
    }
}
