/// What a source delivers: the size of its frames, their rate and the meaning of their counts.
public struct FrameFormat: Hashable, Sendable {
    /// Size as delivered, before any rotation.
    public let size: FrameSize
    /// Frames a second the source aims at, greater than zero.
    public let framesPerSecond: Double
    /// The map that the profile declares, or `nil` when the radiometric mode must be recognised from the frames.
    public let countsMap: CountsMap?

    public init(size: FrameSize, framesPerSecond: Double, countsMap: CountsMap?) {
        self.size = size
        self.framesPerSecond = framesPerSecond
        self.countsMap = countsMap
    }
}
