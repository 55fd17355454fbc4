/// A camera's own account of its flat-field corrections (FFC), from telemetry rows or a recording.
public struct FlatFieldTelemetry: Hashable, Sendable {
    /// Milliseconds since the camera's power-up.
    public var uptime: UInt32
    /// The uptime at which the last correction ended, milliseconds.
    public var lastCorrection: UInt32
    /// Whether a correction is running now or was announced as imminent.
    public var inProgress: Bool

    public init(uptime: UInt32, lastCorrection: UInt32, inProgress: Bool = false) {
        self.uptime = uptime
        self.lastCorrection = lastCorrection
        self.inProgress = inProgress
    }
}
