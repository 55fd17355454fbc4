/// What a source delivers: the size of its frames, their rate, the meaning of their counts, and what may be done with them.
public struct FrameFormat: Hashable, Sendable {
    /// Size as delivered, before any rotation.
    public let size: FrameSize
    /// Frames a second the source aims at, greater than zero.
    public let framesPerSecond: Double
    /// The map that the profile declares, or `nil` when the radiometric mode must be recognised from the frames.
    public let countsMap: CountsMap?
    /// Whether temperatures may be measured; false for a camera whose profile only counts people.
    public let canMeasure: Bool
    /// Where the median of a scene lies when the counts mean what the map says, °C; `nil` where that is not known.
    public let plausible: ClosedRange<Double>?
    /// How long after its power-up the camera measures nobody; zero for simulated, recorded and loopback sources.
    public let warmUp: Duration
    /// How long after each start of the stream (`FrameHeader.formatGeneration`) people are seen but nobody is measured.
    public let settle: Duration
    /// When the camera was powered up, nanoseconds of CLOCK_MONOTONIC; `nil` where nothing but its telemetry could tell.
    public let poweredSince: Int64?

    public init(
        size: FrameSize, framesPerSecond: Double, countsMap: CountsMap?, canMeasure: Bool = true,
        plausible: ClosedRange<Double>? = nil, warmUp: Duration = .zero, settle: Duration = .zero,
        poweredSince: Int64? = nil
    ) {
        self.size = size
        self.framesPerSecond = framesPerSecond
        self.countsMap = countsMap
        self.canMeasure = canMeasure
        self.plausible = plausible
        self.warmUp = warmUp
        self.settle = settle
        self.poweredSince = poweredSince
    }
}
