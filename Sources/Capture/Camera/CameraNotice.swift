/// Something that was done to a camera, or could not be; beside its state, which `CameraState` tells.
public enum CameraNotice: Hashable, Sendable {
    /// The camera sent raw data; TLinear was switched on.
    case tlinearSwitchedOn
    /// The camera counted in 0.1 K; it was set to 0.01 K.
    case resolutionRefined
    /// A control of the camera's mode could not be read or set.
    case controlFailed(control: String, cause: String)
    case flatFieldCorrectionStarted
    /// A flat-field correction was asked for, but the camera has no control for it.
    case noFlatFieldControl
    /// A reset of the USB device was due: the last step against a silent camera.
    case usbReset(USBReset)

    /// In plain words, for a log line.
    public var words: String {
        switch self {
        case .tlinearSwitchedOn: "camera was in raw mode: TLinear switched on"
        case .resolutionRefined: "camera counted in 0.1 K: TLinear resolution set to 0.01 K"
        case .controlFailed(let control, let cause): "camera control \(control) failed: \(cause)"
        case .flatFieldCorrectionStarted: "flat-field correction started"
        case .noFlatFieldControl: "this camera has no control to start a flat-field correction"
        case .usbReset(let reset): reset.words
        }
    }
}
