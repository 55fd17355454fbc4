/// The last samples of a presentation, at most sixteen, all taken by the reference body or all without it.
///
/// The reading is that of the best of them. A face far off or moving is blurred, and what is blurred reads too cool: in recordings
/// of people who walk up, by half a degree from 25 to 50 pixels of head width.
public struct SampleWindow: Sendable {
    private var samples = InlineArray<16, Sample>(repeating: Sample())
    public private(set) var count = 0
    private var next = 0
    /// Whether the samples in it were taken by the reference body.
    public private(set) var byReference = false

    /// A head narrower than this share of the widest was further off.
    private static let nearShare = 0.85
    /// Faces that move less than this a frame are sharp, head widths.
    private static let stillMovement = 0.1
    /// A head that grew by more than this factor over so many samples is coming closer.
    private static let growth = 1.08
    private static let growthSamples = 4

    public init() {}

    /// Takes a sample. One of the other kind begins the window anew, but samples by the reference body that are enough
    /// for a reading stay when it goes out of sight.
    ///
    /// - Parameter enough: that many.
    public mutating func add(_ sample: Sample, enough: Int = MeasuringRule.fewSamples) {
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
    public var isFull: Bool { count == 16 }

    /// Whether the head has been coming closer over the last samples: a moment later it is seen better.
    public var isComingCloser: Bool {
        guard count > Self.growthSamples else { return false }
        let last = samples[(next + 15) % 16]
        let before = samples[(next + 15 - Self.growthSamples) % 16]
        return Double(last.width) > Self.growth * Double(before.width)
    }

    mutating func clear() {
        count = 0
        next = 0
    }

    /// The samples taken near and of a face held still; where these are too few, the near ones; else all.
    public var best: SampleWindow {
        var widest = 0
        for index in 0..<count { widest = max(widest, samples[index].width) }
        let near = selected { Double($0.width) >= Self.nearShare * Double(widest) }
        guard near.count >= MeasuringRule.fewSamples else { return self }
        let still = near.selected { $0.movement < Self.stillMovement }
        return still.count >= MeasuringRule.fewSamples ? still : near
    }

    private func selected(_ isWanted: (Sample) -> Bool) -> SampleWindow {
        var window = SampleWindow()
        window.byReference = byReference
        for index in 0..<count where isWanted(samples[index]) { window.append(samples[index]) }
        return window
    }

    /// Median of the samples, K; zero without any.
    public var median: Double {
        guard count > 0 else { return 0 }
        let ordered = self.ordered
        return count % 2 == 1 ? ordered[count / 2] : (ordered[count / 2 - 1] + ordered[count / 2]) / 2
    }

    /// A robust standard deviation, K: 1.4826 × the median absolute deviation.
    public var spread: Double {
        guard count > 1 else { return 0 }
        let middle = median
        var deviations = SampleWindow()
        for index in 0..<count {
            var deviation = Sample()
            deviation.kelvin = abs(samples[index].kelvin - middle)
            deviations.append(deviation)
        }
        return 1.4826 * deviations.median
    }

    /// Mean standard uncertainty of the reference over the samples, K.
    var referenceNoise: Double { mean { $0.referenceNoise } }

    /// Mean size-of-source correction of the samples, K.
    var correction: Double { mean { $0.correction } }

    /// Whether the eyes are covered in most of the samples.
    var areEyesCovered: Bool { mean { $0.areEyesCovered ? 1 : 0 } > 0.5 }

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
