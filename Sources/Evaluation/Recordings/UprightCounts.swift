import Capture
import Radiometry
import Screening
import Settings

/// A frame turned upright, every pixel by itself, for what a label says of it.
struct UprightCounts {
    let grid: CountsGrid

    init(_ pixels: Span<UInt16>, size: FrameSize, rotation: Rotation) {
        let isTurned = rotation == .quarter || rotation == .threeQuarters
        let width = isTurned ? size.height : size.width
        let height = isTurned ? size.width : size.height
        var grid = CountsGrid(width: width, height: height, binning: 1)
        for y in 0..<height {
            for x in 0..<width {
                let (column, row) =
                    switch rotation {
                    case .none: (x, y)
                    case .quarter: (y, size.height - 1 - x)
                    case .half: (size.width - 1 - x, size.height - 1 - y)
                    case .threeQuarters: (size.width - 1 - y, x)
                    }
                grid.counts[y * width + x] = pixels[row * size.width + column]
            }
        }
        self.grid = grid
    }

    /// The warmest 3×3 mean in the upper six tenths of a box, counts; `nil` where the box holds none.
    func warmest(in box: PixelBox) -> Double? {
        let left = max(0, box.x)
        let right = min(grid.width, box.x + box.width)
        let top = max(0, box.y)
        let bottom = min(grid.height, box.y + box.height * 6 / 10)
        guard right - left >= 3, bottom - top >= 3 else { return nil }
        var best = 0
        for y in (top + 1)..<(bottom - 1) {
            for x in (left + 1)..<(right - 1) {
                var sum = 0
                for row in (y - 1)...(y + 1) {
                    for column in (x - 1)...(x + 1) { sum += Int(grid.counts[row * grid.width + column]) }
                }
                best = max(best, sum)
            }
        }
        return Double(best) / 9
    }
}
