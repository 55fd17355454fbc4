/// What a camera says of itself in a frame, beside the picture.
public struct FrameTelemetry: Hashable, Sendable {
    public var flatField: FlatFieldTelemetry
    /// Whether counts are proportional to temperature, and how finely.
    public var tlinear: TLinear
    /// Whether the picture's contrast is set automatically (AGC): then its counts are no temperature.
    public var isContrastAutomatic: Bool
    /// The camera's own number of the frame.
    public var frameCounter: UInt32

    public init(
        flatField: FlatFieldTelemetry, tlinear: TLinear, isContrastAutomatic: Bool = false, frameCounter: UInt32 = 0
    ) {
        self.flatField = flatField
        self.tlinear = tlinear
        self.isContrastAutomatic = isContrastAutomatic
        self.frameCounter = frameCounter
    }

    /// The mode that makes a Lepton's counts proportional to temperature.
    public enum TLinear: Hashable, Sendable {
        /// Counts are raw 14-bit data.
        case off
        /// 0.1 K a count.
        case tenthKelvin
        /// 0.01 K a count.
        case hundredthKelvin
    }
}
