/// How long a face is measured before its reading counts.
public enum MeasuringRule {
    /// Samples of a reading.
    public static let samplesNeeded = 6
    /// Fewer are enough after `longEnough`.
    public static let fewSamples = 3
    /// Time of presenting after which few samples are enough, nanoseconds.
    public static let longEnough: Int64 = 1_100_000_000
    /// A reading with a threshold within its uncertainty is measured on for this time of presenting at most, nanoseconds:
    /// twice the samples of another reading, and nobody waits for two seconds.
    public static let borderlineTime: Int64 = 1_500_000_000
    /// A borderline face that is not seen for this long is decided by what there is, nanoseconds.
    public static let borderlinePatience: Int64 = 400_000_000
    /// Samples that differ more than this (robust standard deviation, K) are not of one face held still.
    public static let greatestSpread = 0.35

    /// How many samples are enough after this time of presenting.
    static func samples(after nanoseconds: Int64) -> Int { nanoseconds > longEnough ? fewSamples : samplesNeeded }
}
