/// A video capture device of this machine.
public struct CameraNode: Hashable, Sendable {
    /// Where it is opened: "/dev/video0". Changes when it is plugged in again.
    public var path: String
    /// The kernel driver, such as "uvcvideo"; empty where sysfs does not say.
    public var driver: String
    /// What the driver calls the camera.
    public var card: String
    /// Where it hangs, such as "usb 1-2" or "platform vivid.0".
    public var bus: String
    /// What names it across plugging; `nil` where it is no USB device.
    public var identity: CameraIdentity?
    /// When the camera was connected to USB, which is when it got power, nanoseconds of CLOCK_MONOTONIC; `nil` where
    /// that is unknown.
    public var connectedSince: Int64?

    public init(
        path: String, driver: String = "", card: String = "", bus: String = "", identity: CameraIdentity? = nil,
        connectedSince: Int64? = nil
    ) {
        self.path = path
        self.driver = driver
        self.card = card
        self.bus = bus
        self.identity = identity
        self.connectedSince = connectedSince
    }

    /// What v4l2loopback calls itself.
    public static let loopbackDriver = "v4l2 loopback"
    /// What the kernel's test driver calls itself.
    public static let vividDriver = "vivid"

    /// Whether no camera is behind it: v4l2loopback, which a program feeds, or vivid, which makes test pictures.
    public var isVirtual: Bool { driver == Self.loopbackDriver || driver == Self.vividDriver }
}
