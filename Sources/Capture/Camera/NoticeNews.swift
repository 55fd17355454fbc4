/// Which notices of a live camera are worth a log line: what can't be done is said once, what was done each time.
public struct NoticeNews: Sendable {
    /// Notices kept at most: a cause that changes with every attempt must not fill the memory.
    private static let mostTold = 16

    private var told: Set<CameraNotice> = []

    public init() {}

    /// Takes a notice.
    ///
    /// - Returns: whether it is news.
    public mutating func take(_ notice: CameraNotice) -> Bool {
        switch notice {
        case .tlinearSwitchedOn, .resolutionRefined, .flatFieldCorrectionStarted, .usbReset(.done): return true
        case .controlFailed, .noFlatFieldControl, .usbReset:
            if told.count > Self.mostTold { told = [] }
            return told.insert(notice).inserted
        }
    }
}
