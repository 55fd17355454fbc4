/// How long a face is measured before its reading counts.
public enum MeasuringRule {
    /// Samples of a reading.
    public static let samplesNeeded = 6
    /// Fewer are enough after `longEnough`.
    public static let fewSamples = 3
    /// Time of presenting after which few samples are enough, nanoseconds.
    public static let longEnough: Int64 = 1_100_000_000
    /// Of somebody who is still coming closer, and where the threshold lies within the reading's uncertainty, more is
    /// measured until this time of presenting, nanoseconds: nobody waits for long before a door, and a minute's worth of samples
    /// would not make the reference body, the emissivity or the uniformity of the camera better known.
    public static let mostTime: Int64 = 1_000_000_000
    /// A face that is not seen for this long meanwhile is decided by what there is, nanoseconds.
    public static let patience: Int64 = 400_000_000
    /// Samples that differ more than this (robust standard deviation, K) are not of one face held still.
    public static let greatestSpread = 0.35

    /// How many samples are enough after this time of presenting.
    static func samples(after nanoseconds: Int64) -> Int { nanoseconds > longEnough ? fewSamples : samplesNeeded }
}
