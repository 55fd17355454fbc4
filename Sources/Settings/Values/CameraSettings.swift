/// `[camera]`: which camera watches the door and how it is mounted.
public struct CameraSettings: Hashable, Sendable {
    /// `device`: "auto", "simulated", a device or recording path, or a stable identity.
    public var device = "auto"
    /// `profile`: "auto" or the name of a camera profile.
    public var profile = "auto"
    /// `rotation`: the clockwise turn that shows people upright.
    public var rotation = Rotation.none
    /// `[generic_camera]`: what a camera without a profile of its own delivers.
    public var generic = GenericCameraSettings()

    public init() {}

    /// Whether real people stand before the camera: not for the simulated camera, nor for a recording (`.cptv`).
    public var isLive: Bool { device != "simulated" && !device.lowercased().hasSuffix(".cptv") }
}

/// A clockwise turn by quarter circles, in degrees.
public enum Rotation: Int, CaseIterable, Hashable, Sendable {
    case none = 0
    case quarter = 90
    case half = 180
    case threeQuarters = 270
}
