/// What became of the wish to reset a USB device.
public enum USBReset: Hashable, Sendable {
    case done
    /// The node in /dev/bus/usb can't be written, which is the default.
    case notGranted
    /// The node belongs to no USB device.
    case notUSB
    case failed(String)

    /// In plain words.
    public var words: String {
        switch self {
        case .done: "camera's USB device reset"
        case .notGranted: "resetting the camera's USB device is not allowed here: step skipped"
        case .notUSB: "camera is no USB device and can't be reset: step skipped"
        case .failed(let cause): "resetting the camera's USB device failed: \(cause)"
        }
    }
}
