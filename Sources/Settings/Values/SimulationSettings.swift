/// `[simulation]`: the door scene that the simulated camera shows.
public struct SimulationSettings: Hashable, Sendable {
    /// `seed`: the same seed gives the same scene, frame by frame.
    public var seed: UInt64 = 1
    /// `width`, `height`: pixels as the camera delivers them.
    public var width = 160
    public var height = 120
    /// `frames_per_second`.
    public var framesPerSecond = 9.0

    public init() {}
}
