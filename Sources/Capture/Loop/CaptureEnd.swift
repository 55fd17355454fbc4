/// Why a capture loop is over.
public enum CaptureEnd: Hashable, Sendable {
    /// `stop` was called.
    case stopped
    /// The recording is over.
    case ended
    /// The source failed.
    case failed(CaptureError)
}
