/// The last samples of a presentation, at most sixteen, all taken by the reference body or all without it.
struct SampleWindow: Sendable {
    private var samples = InlineArray<16, Sample>(repeating: Sample())
    private(set) var count = 0
    private var next = 0
    /// Whether the samples in it were taken by the reference body.
    private(set) var byReference = false

    /// Takes a sample. One of the other kind begins the window anew, but samples by the reference body that are enough
    /// for a reading stay when it goes out of sight.
    ///
    /// - Parameter enough: that many.
    mutating func add(_ sample: Sample, enough: Int) {
        if sample.byReference != byReference {
            if byReference, count >= enough { return }
            clear()
            byReference = sample.byReference
        }
        append(sample)
    }

    private mutating func append(_ sample: Sample) {
        samples[next] = sample
        next = (next + 1) % 16
        count = min(16, count + 1)
    }

    /// Whether a further sample takes the place of the oldest.
    var isFull: Bool { count == 16 }

    mutating func clear() {
        count = 0
        next = 0
    }

    /// Median of the samples; zero without any.
    var median: Double {
        guard count > 0 else { return 0 }
        let ordered = self.ordered
        return count % 2 == 1 ? ordered[count / 2] : (ordered[count / 2 - 1] + ordered[count / 2]) / 2
    }

    /// A robust standard deviation: 1.4826 × the median absolute deviation.
    var spread: Double {
        guard count > 1 else { return 0 }
        let middle = median
        var deviations = SampleWindow()
        for index in 0..<count { deviations.append(Sample(kelvin: abs(samples[index].kelvin - middle))) }
        return 1.4826 * deviations.median
    }

    /// Mean standard uncertainty of the reference over the samples, K.
    var referenceNoise: Double { mean { $0.referenceNoise } }

    /// Mean size-of-source correction of the samples, K.
    var correction: Double { mean { $0.correction } }

    private func mean(_ value: (Sample) -> Double) -> Double {
        guard count > 0 else { return 0 }
        var sum = 0.0
        for index in 0..<count { sum += value(samples[index]) }
        return sum / Double(count)
    }

    /// The values in rising order, in the first `count` places.
    private var ordered: InlineArray<16, Double> {
        var values = InlineArray<16, Double>(repeating: 0)
        for index in 0..<count {
            var place = index
            while place > 0, values[place - 1] > samples[index].kelvin {
                values[place] = values[place - 1]
                place -= 1
            }
            values[place] = samples[index].kelvin
        }
        return values
    }
}
