/// What a live camera is doing.
public enum CameraState: Hashable, Sendable {
    /// No camera is there that could be used; why, in words.
    case absent(String)
    /// A camera is being opened and its format negotiated.
    case opening
    /// Frames come from the camera of this name.
    case streaming(String)
    /// The camera is open but gives no frames.
    case stalled
    /// The camera is closed and opened again; why, in words.
    case reopening(String)
    /// The camera is there and can't be used.
    case unusable(CaptureError)

    /// The state in words that follow "camera".
    public var words: String {
        switch self {
        case .absent(let cause): "absent: \(cause)"
        case .opening: "opening"
        case .streaming(let name): "\(name) streaming"
        case .stalled: "stalled"
        case .reopening(let cause): "reopening: \(cause)"
        case .unusable(let error): "unusable: \(error.what): \(error.cause)"
        }
    }
}
