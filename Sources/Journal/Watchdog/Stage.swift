/// A part of the daemon that must show that it lives for systemd to leave it alone.
///
/// The service's own thread is not among them: it is the one that asks, and that tells systemd.
public enum Stage: String, CaseIterable, Sendable {
    /// The thread that takes frames from the camera.
    case capture
    /// The queue that looks at them.
    case screening
    /// The thread that writes log lines.
    case log

    /// How long the stage may go without a sign of life.
    ///
    /// Opening a USB camera is several control transfers in a row, of which uvcvideo lets each take 5 seconds
    /// (UVC_CTRL_STREAMING_TIMEOUT in drivers/media/usb/uvc/uvcvideo.h, Linux 6.1).
    public var deadline: Duration {
        switch self {
        case .capture: .seconds(20)
        case .screening, .log: .seconds(5)
        }
    }
}
