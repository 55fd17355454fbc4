/// Looks for the reference body in a whole picture: round, uniform warm spots at a series of thresholds.
struct DiscSearch: Sendable {
    private var stamp: [UInt32]
    private var stack: [Int32]
    private var generation: UInt32 = 0

    init(width: Int, height: Int) {
        stamp = [UInt32](repeating: 0, count: width * height)
        stack = [Int32](repeating: 0, count: width * height)
    }

    /// The most disc-like spot within the plausible levels, or nil.
    ///
    /// Of several, the one whose level is nearest to the configured temperature and which is the most uniform and clear.
    /// Sizes go with the picture: radius from 1/48 to 1/10 of its short side.
    mutating func best(in grid: CountsGrid, expected: Double, countsPerKelvin: Double) -> Disc? {
        var best: Disc?
        var bestScore = -Double.infinity
        var kelvin = ReferenceBody.furthestLevel - 1
        while kelvin >= -ReferenceBody.furthestLevel - 1 {
            let threshold = expected + kelvin * countsPerKelvin
            kelvin -= 1
            guard threshold >= 1, threshold < 65_535 else { continue }
            generation &+= 1
            for start in 0..<grid.counts.count
            where Double(grid.counts[start]) >= threshold && stamp[start] != generation {
                let spot = fill(from: start, threshold: UInt16(threshold), grid: grid)
                guard let disc = spot.disc(shortSide: grid.shortSide) else { continue }
                let reading = DiscReading.read(disc, in: grid)
                guard reading.isBelievable(expected: expected, countsPerKelvin: countsPerKelvin) else { continue }
                let contrast = (reading.mean - reading.surroundMean) / countsPerKelvin
                let distance = abs(reading.mean - expected) / countsPerKelvin
                let score = min(contrast, 6) - 10 * reading.deviation / countsPerKelvin - distance
                if score > bestScore {
                    bestScore = score
                    best = disc
                }
            }
        }
        return best.map { atHalfLevel($0, grid) }
    }

    /// The same disc with its edge where the picture is half-way between it and its surround.
    private mutating func atHalfLevel(_ disc: Disc, _ grid: CountsGrid) -> Disc {
        let reading = DiscReading.read(disc, in: grid)
        let threshold = UInt16(nearestCount: (reading.mean + reading.surroundMean) / 2)
        let start = Int(disc.y.rounded()) * grid.width + Int(disc.x.rounded())
        guard grid.counts.indices.contains(start), grid.counts[start] >= threshold else { return disc }
        generation &+= 1
        return fill(from: start, threshold: threshold, grid: grid).disc(shortSide: grid.shortSide) ?? disc
    }

    /// Measures the connected spot of cells at or above the threshold that holds `start`.
    private mutating func fill(from start: Int, threshold: UInt16, grid: CountsGrid) -> Spot {
        var spot = Spot()
        var depth = 1
        stack[0] = Int32(start)
        stamp[start] = generation
        while depth > 0 {
            depth -= 1
            let index = Int(stack[depth])
            let y = index / grid.width
            let x = index - y * grid.width
            spot.add(x: x, y: y)
            if x > 0 { push(index - 1, threshold, grid, &depth) }
            if x < grid.width - 1 { push(index + 1, threshold, grid, &depth) }
            if y > 0 { push(index - grid.width, threshold, grid, &depth) }
            if y < grid.height - 1 { push(index + grid.width, threshold, grid, &depth) }
        }
        return spot
    }

    private mutating func push(_ index: Int, _ threshold: UInt16, _ grid: CountsGrid, _ depth: inout Int) {
        guard stamp[index] != generation, grid.counts[index] >= threshold else { return }
        stamp[index] = generation
        stack[depth] = Int32(index)
        depth += 1
    }
}

/// A connected spot: its area, centre and extent.
private struct Spot {
    var area = 0
    var sumX = 0
    var sumY = 0
    var left = Int.max
    var right = Int.min
    var top = Int.max
    var bottom = Int.min

    mutating func add(x: Int, y: Int) {
        area += 1
        sumX += x
        sumY += y
        left = min(left, x)
        right = max(right, x)
        top = min(top, y)
        bottom = max(bottom, y)
    }

    /// The disc that this spot is, if it is round: sides within 25 %, filling π/4 of its box within 15 %.
    func disc(shortSide: Int) -> Disc? {
        let radius = (Double(area) / Double.pi).squareRoot()
        guard radius >= max(1.8, Double(shortSide) / 48), radius <= Double(shortSide) / 10 else { return nil }
        let width = Double(right - left + 1)
        let height = Double(bottom - top + 1)
        guard max(width, height) / min(width, height) <= 1.25 else { return nil }
        guard abs(Double(area) / (width * height) / (Double.pi / 4) - 1) <= 0.15 else { return nil }
        return Disc(x: Double(sumX) / Double(area), y: Double(sumY) / Double(area), radius: radius)
    }
}
