import Screening

/// What became of one labelled presentation.
public struct PresentationScore: Hashable, Sendable {
    public enum Result: Hashable, Sendable {
        /// Normal or elevated.
        case measured
        /// Undecided, honestly: covered or cold.
        case refused(UndecidedReason)
        case missed
    }

    public let label: RecordingLabel.Presentation
    public let result: Result
    /// Seconds from facing the camera to the result; `nil` when missed.
    public let timeToResult: Double?
    /// The reading, °C; `nil` unless measured.
    public let skin: Double?
    /// How far the readings of the presentation's two halves lie apart, °C; `nil` unless both can be read.
    public let halvesApart: Double?
    /// The reading less what the labelled head box shows, °C; `nil` unless measured and both are known.
    public let againstBox: Double?

    public var isFound: Bool { result != .missed }
}

extension PresentationScore {
    /// How far the readings lie apart that each half of a presentation by itself would give.
    ///
    /// A half's reading is the screener's: the best of as many of its first samples as a reading needs, more while the person is
    /// coming closer. Emissivity moves both alike by less than a hundredth of what lies between them.
    static func halvesApart(
        _ samples: [RecordingObservation.FaceSample], of label: RecordingLabel.Presentation
    ) -> Double? {
        let middle = (label.faceFrom + label.faceTo) / 2
        let first = reading(samples.filter { label.faceFrom <= $0.time && $0.time < middle })
        let second = reading(samples.filter { middle <= $0.time && $0.time <= label.faceTo })
        guard let first, let second else { return nil }
        return abs(first - second)
    }

    private static func reading(_ samples: [RecordingObservation.FaceSample]) -> Double? {
        var window = SampleWindow()
        for sample in samples {
            window.add(sample.sample)
            if window.isFull || (window.count >= MeasuringRule.samplesNeeded && !window.isComingCloser) { break }
        }
        return window.count >= MeasuringRule.fewSamples ? window.best.median : nil
    }
}
