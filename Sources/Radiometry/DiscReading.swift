/// What a disc in the picture looks like at one frame.
public struct DiscReading: Hashable, Sendable {
    /// Mean and standard deviation of the inner disc (half the radius: an unsharp rim stays out), counts.
    public var mean = 0.0
    public var deviation = 0.0
    /// Cells of the inner disc.
    public var cells = 0
    /// Mean of the ring around it, counts.
    public var surroundMean = 0.0

    public init() {}

    /// Reads the disc and a ring 2 to 3.5 cells outside it.
    ///
    /// A defective pixel in the disc is left out: one cell in eight at most may be further from the mean than 2.5 standard
    /// deviations, which one of noise alone is in a hundred.
    public static func read(_ disc: Disc, in grid: CountsGrid) -> DiscReading {
        let whole = read(disc, in: grid, within: 0...65_535)
        let reach = 2.5 * whole.deviation
        let trimmed = read(disc, in: grid, within: (whole.mean - reach)...(whole.mean + reach))
        return trimmed.cells * 8 >= whole.cells * 7 ? trimmed : whole
    }

    private static func read(_ disc: Disc, in grid: CountsGrid, within range: ClosedRange<Double>) -> DiscReading {
        var result = DiscReading()
        let reach = disc.radius + 3.5
        let inner = disc.radius * disc.radius * 0.25
        let ringFrom = (disc.radius + 2) * (disc.radius + 2)
        let ringTo = reach * reach
        let left = max(0, Int(disc.x - reach))
        let right = min(grid.width - 1, Int(disc.x + reach + 1))
        let top = max(0, Int(disc.y - reach))
        let bottom = min(grid.height - 1, Int(disc.y + reach + 1))
        guard left <= right, top <= bottom else { return result }
        var sum = 0.0
        var squares = 0.0
        var ringSum = 0.0
        var ringCells = 0
        let counts = grid.counts.span
        for y in top...bottom {
            for x in left...right {
                let distance = square(Double(x) - disc.x) + square(Double(y) - disc.y)
                if distance > ringTo { continue }
                let value = Double(counts[y * grid.width + x])
                if distance <= inner {
                    guard range.contains(value) else { continue }
                    sum += value
                    squares += value * value
                    result.cells += 1
                } else if distance >= ringFrom {
                    ringSum += value
                    ringCells += 1
                }
            }
        }
        guard result.cells > 0, ringCells > 0 else { return result }
        result.mean = sum / Double(result.cells)
        result.deviation = max(0, squares / Double(result.cells) - square(result.mean)).squareRoot()
        result.surroundMean = ringSum / Double(ringCells)
        return result
    }

    /// Whether this can be the reference body: uniform, clearly warmer than its surround, of a believable level.
    ///
    /// 0.4 K of spread allows 50 mK of noise, residual fixed pattern and a gradient of 0.2 K; 2 K of contrast is what
    /// makes a disc a disc.
    public func isBelievable(expected: Double, countsPerKelvin: Double) -> Bool {
        cells >= 4
            && deviation <= 0.4 * countsPerKelvin
            && mean - surroundMean >= 2 * countsPerKelvin
            && abs(mean - expected) <= ReferenceBody.furthestLevel * countsPerKelvin
    }
}

private func square(_ value: Double) -> Double { value * value }
