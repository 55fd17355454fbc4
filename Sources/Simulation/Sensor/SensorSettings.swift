import Capture
import Settings

/// The simulated camera: what it delivers and what is wrong with it.
public struct SensorSettings: Sendable {
    /// As delivered, before the rotation.
    public var size = FrameSize(width: 160, height: 120)
    /// Frames a second.
    public var framesPerSecond = 9.0
    /// The clockwise turn that shows people upright; the camera hangs turned the other way.
    public var rotation = Rotation.none
    /// Degrees across the longer side (Lepton 3.5: 57).
    public var fieldOfView = 57.0
    public var countsMap = CountsMap.tlinear100
    /// Standard deviation of a pixel's temporal noise, K.
    public var noise = 0.05
    /// Standard deviation of the fixed pattern that is left after a correction, K.
    public var fixedPattern = 0.03
    /// Standard deviation of the noise that a whole row of the sensor shares, K.
    public var rowNoise = 0.012
    /// How wrong the whole picture is at the start, K.
    public var offset = 0.0
    /// How far the whole picture drifts to either side, K, and how long one swing takes, seconds.
    public var drift = 0.4
    public var driftPeriod = 150.0
    /// Pixels that are stuck or hot, per 10,000.
    public var badPixels = 1.5
    /// Time constant of a pixel's answer, seconds (uncooled bolometers: 10-12 ms).
    public var timeConstant = 0.011
    public var flatField = FlatFieldSettings()

    public init() {}

    /// The upright picture.
    var view: View {
        let turned = rotation == .quarter || rotation == .threeQuarters
        return View(
            width: turned ? size.height : size.width, height: turned ? size.width : size.height,
            fieldOfView: fieldOfView)
    }
}

/// When the simulated camera corrects itself and how that shows.
public struct FlatFieldSettings: Sendable {
    /// When the shutter closes, seconds from the start.
    public var times: [Double] = []
    /// How long the picture stands still, seconds (Lepton: 0.9).
    public var duration = 0.9
    /// Typical step in level after a correction, K: half to one and a half times this, up or down.
    public var step = 0.35
    /// Whether headers carry the camera's own account.
    public var telemetry = false
    /// How long before the shutter closes telemetry announces it, seconds (Lepton: 2).
    public var announcement = 2.0
    /// Whether no frames come while the shutter is closed; otherwise the last one is repeated.
    public var stopsFrames = false
    /// The camera's uptime at the start, seconds, and how long before that its last correction was.
    public var uptime = 3000.0
    public var sinceCorrection = 100.0

    public init() {}
}
