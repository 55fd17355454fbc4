import Capture

/// The temporal noise of a camera's pixels, from frames of a scene in which little moves (an NETD estimate).
///
/// The differences of two successive frames have √2 times a pixel's noise. Their interquartile range knows nothing of the
/// few pixels that move, nor of a level that the whole picture shifts by; the median over all pairs knows nothing of the
/// few pairs in which much moves. A camera that smooths over time shows less than the noise of its pixels.
struct NoiseEstimate {
    private var previous: [UInt16] = []
    /// Differences from -reach to reach; those beyond count at the ends.
    private var histogram = [Int](repeating: 0, count: 2 * Self.reach + 1)
    /// One estimate for each pair, counts.
    private var deviations: [Double] = []
    /// Pairs of frames that were the same, pixel by pixel.
    private(set) var identicalPairs = 0

    private static let reach = 1024
    /// Interquartile range of a normal distribution, in standard deviations.
    private static let quartilesToDeviation = 1.349

    /// Pairs that the estimate is made from.
    var pairs: Int { deviations.count }

    /// The standard deviation of a pixel's noise, counts; `nil` without a pair.
    var counts: Double? {
        deviations.isEmpty ? nil : deviations.sorted()[deviations.count / 2]
    }

    /// Takes one frame.
    ///
    /// - Parameter follows: whether it came right after the one taken before, with nothing in between that changes the
    ///   picture.
    mutating func take(_ pixels: Span<UInt16>, follows: Bool) {
        if follows, previous.count == pixels.count { compare(pixels) }
        if previous.count != pixels.count { previous = [UInt16](repeating: 0, count: pixels.count) }
        for index in pixels.indices { previous[index] = pixels[index] }
    }

    private mutating func compare(_ pixels: Span<UInt16>) {
        for index in histogram.indices { histogram[index] = 0 }
        var differs = false
        for index in pixels.indices {
            let difference = Int(pixels[index]) - Int(previous[index])
            if difference != 0 { differs = true }
            histogram[min(Self.reach, max(-Self.reach, difference)) + Self.reach] += 1
        }
        guard differs else {
            identicalPairs += 1
            return
        }
        let range = quantile(0.75, of: pixels.count) - quantile(0.25, of: pixels.count)
        deviations.append(range / Self.quartilesToDeviation / 2.0.squareRoot())
    }

    /// The difference below which this share lies, between whole counts by how full their bin is.
    private func quantile(_ share: Double, of count: Int) -> Double {
        let wanted = share * Double(count)
        var below = 0.0
        for (index, inBin) in histogram.enumerated() where inBin > 0 {
            if below + Double(inBin) >= wanted {
                return Double(index - Self.reach) - 0.5 + (wanted - below) / Double(inBin)
            }
            below += Double(inBin)
        }
        return 0
    }
}
