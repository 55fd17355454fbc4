/// Time spent in each stage of the pipeline, summed over frames. Kept only while somebody measures.
public struct StageTimes: Sendable {
    /// Turning upright, binning, statistics.
    public var picture = Duration.zero
    /// Flat-field guard and reference body.
    public var reference = Duration.zero
    /// Background, silhouettes, heads, faces.
    public var people = Duration.zero
    /// Tracks, screener, passages, the scene's description.
    public var decision = Duration.zero
    public var frames = 0

    public init() {}
}

/// Runs from one stage to the next while times are kept; costs a comparison otherwise.
struct StageWatch {
    private var last: ContinuousClock.Instant?

    init(running: Bool) { last = running ? ContinuousClock.now : nil }

    /// Adds the time since the stage before.
    mutating func lap(_ times: inout StageTimes?, _ stage: WritableKeyPath<StageTimes, Duration>) {
        guard let begun = last else { return }
        let now = ContinuousClock.now
        times?[keyPath: stage] += now - begun
        last = now
    }
}
