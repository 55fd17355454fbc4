import Radiometry

/// Judges whether a head shows its face, from the pattern of bare skin in it.
///
/// Bare skin is the warmest large part of a head; hair, beard, glasses and cloth are cooler. Seen from the front it
/// lies about the middle and mirrors itself; in profile it lies to one side; from behind there is little of it.
struct FaceReader: Sendable {
    /// Cells by count / 16.
    private var histogram = [UInt32](repeating: 0, count: 4096)

    init() {}

    mutating func measure(_ head: Head, in grid: CountsGrid, countsPerKelvin: Double) -> FaceMeasure {
        var face = FaceMeasure()
        let bottom = min(grid.height, head.top + min(head.height, head.width * 14 / 10))
        guard head.left >= 0, head.right < grid.width, head.top < bottom else { return face }
        face.skin = level(head, bottom, grid)
        bareSkin(&face, head, bottom, grid, bare: face.skin - 3 * countsPerKelvin)
        face.browShare = browShare(head, bottom, grid, bare: face.skin - 3 * countsPerKelvin)
        face.symmetry = symmetry(head, bottom, grid, floor: face.skin - 6 * countsPerKelvin, ceiling: face.skin)
        face.warmest = warmest(head, bottom, grid, lone: UInt32(max(1, 0.5 * countsPerKelvin)))
        return face
    }

    /// The 90th percentile of the head, to 16 counts.
    private mutating func level(_ head: Head, _ bottom: Int, _ grid: CountsGrid) -> Double {
        for bin in 0..<histogram.count { histogram[bin] = 0 }
        for y in head.top..<bottom {
            for x in head.left...head.right { histogram[Int(grid.counts[y * grid.width + x] >> 4)] &+= 1 }
        }
        var above = UInt32((bottom - head.top) * head.width / 10)
        for bin in (0..<histogram.count).reversed() {
            if histogram[bin] > above { return Double(bin * 16 + 8) }
            above -= histogram[bin]
        }
        return 0
    }

    private func bareSkin(_ face: inout FaceMeasure, _ head: Head, _ bottom: Int, _ grid: CountsGrid, bare: Double) {
        let from = head.top + (bottom - head.top) / 4
        let threshold = UInt16(max(0, min(65_535, bare)))
        var cells = 0
        var bareCells = 0
        var allBare = 0
        var offsets = 0
        for y in from..<bottom {
            for x in head.left...head.right {
                let isBare = grid.counts[y * grid.width + x] >= threshold
                let twice = 2 * x - head.left - head.right
                if abs(twice) * 10 <= head.width * 6 {
                    cells += 1
                    if isBare { bareCells += 1 }
                }
                if isBare {
                    allBare += 1
                    offsets += twice
                }
            }
        }
        face.bareShare = cells > 0 ? Double(bareCells) / Double(cells) : 0
        face.offset = allBare > 0 ? Double(offsets) / 2 / Double(allBare) / Double(head.width) : 0
    }

    /// Share of bare skin where brow and eyes are when the face is up: a quarter to six tenths of a head's width below the
    /// top, in its middle. A bowed head shows hair there.
    private func browShare(_ head: Head, _ bottom: Int, _ grid: CountsGrid, bare: Double) -> Double {
        let threshold = UInt16(max(0, min(65_535, bare)))
        let from = head.top + head.width / 4
        let to = min(bottom, head.top + head.width * 6 / 10)
        let side = head.width * 2 / 10
        guard from < to else { return 0 }
        var bareCells = 0
        for y in from..<to {
            for x in (head.left + side)...(head.right - side) where grid.counts[y * grid.width + x] >= threshold {
                bareCells += 1
            }
        }
        return Double(bareCells) / Double((to - from) * (head.width - 2 * side))
    }

    /// Pearson correlation of the clipped face with its mirror image about the head's middle.
    private func symmetry(_ head: Head, _ bottom: Int, _ grid: CountsGrid, floor: Double, ceiling: Double) -> Double {
        var count = 0.0
        var sum = 0.0
        var squares = 0.0
        var products = 0.0
        for y in head.top..<bottom {
            for x in head.left...head.right {
                let mirrored = head.left + head.right - x
                let a = max(floor, min(ceiling, Double(grid.counts[y * grid.width + x]))) - floor
                let b = max(floor, min(ceiling, Double(grid.counts[y * grid.width + mirrored]))) - floor
                count += 1
                sum += a
                squares += a * a
                products += a * b
            }
        }
        let mean = sum / count
        let variance = squares / count - mean * mean
        return variance > 0 ? (products / count - mean * mean) / variance : 0
    }

    /// The warmest 2×2 mean above the nose's tip: about the size of an inner canthus at arm's length.
    ///
    /// A head is 1.3 to 1.5 widths high and the canthi lie half-way down, the mouth at one width and more. Where one of the
    /// four stands out by more than `lone`, ten times the noise, it is a defective pixel: optics would have spread it.
    private func warmest(_ head: Head, _ bottom: Int, _ grid: CountsGrid, lone: UInt32) -> Double {
        var best: UInt32 = 0
        let last = min(bottom, head.top + head.width * 8 / 10)
        guard head.width >= 3, last - head.top >= 3 else { return 0 }
        for y in (head.top + 1)..<(last - 1) {
            for x in (head.left + 1)..<(head.right - 1) {
                let i = y * grid.width + x
                let a = UInt32(grid.counts[i])
                let b = UInt32(grid.counts[i + 1])
                let c = UInt32(grid.counts[i + grid.width])
                let d = UInt32(grid.counts[i + grid.width + 1])
                let sum = a + b + c + d
                guard sum > best else { continue }
                let greatest = max(max(a, b), max(c, d))
                let second = max(min(max(a, b), max(c, d)), max(a, b) >= max(c, d) ? min(a, b) : min(c, d))
                if greatest <= second + lone { best = sum }
            }
        }
        return Double(best) / 4
    }
}
