/// What a live camera is doing, for the log and the service's status. Reported only when it changes.
public enum CameraState: Hashable, Sendable {
    /// No camera that the configuration means is there.
    case absent(why: String)
    case opening
    /// Frames are expected; `name` says which camera, where and how.
    case streaming(name: String)
    /// The stream runs but no frame comes: it is started again.
    case stalled
    /// The camera is there but failed; it is opened again and again.
    case reopening(why: String)
    /// The camera can't be used as configured; looked at again now and then.
    case unusable(CaptureError)

    /// In plain words.
    public var words: String {
        switch self {
        case .absent(let why): "camera absent: \(why)"
        case .opening: "camera opening"
        case .streaming(let name): "camera streaming: \(name)"
        case .stalled: "camera stalled: no frame came, restarting its stream"
        case .reopening(let why): "camera reopening: \(why)"
        case .unusable(let error): "camera unusable: \(error)"
        }
    }
}

extension CameraState {
    /// What a camera that could not be opened is called.
    ///
    /// - Parameter absence: what is said when it is not there at all, the same each time.
    init(_ failure: CameraOpenFailure, absence: CaptureError) {
        switch failure.kind {
        case .absent: self = .absent(why: absence.sentence)
        case .idle: self = .absent(why: failure.error.sentence)
        case .busy, .failed: self = .reopening(why: failure.error.sentence)
        case .unusable: self = .unusable(failure.error)
        }
    }
}

extension CaptureError {
    /// What failed and why, without the remedy.
    var sentence: String { "\(what): \(cause)" }
}
