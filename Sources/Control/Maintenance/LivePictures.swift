import Synchronization

/// Where live pictures are handed to the control thread. Any thread may publish; only the latest is kept.
public final class LivePictures: Sendable {
    private let latest = Mutex<LivePicture?>(nil)
    private let wake: SystemWake

    init(wake: SystemWake) {
        self.wake = wake
    }

    /// Replaces the picture that waits, if one does.
    public func publish(_ picture: LivePicture) {
        latest.withLock { $0 = picture }
        wake.raise()
    }

    /// The picture that waits, once.
    func take() -> LivePicture? {
        latest.withLock { latest in
            defer { latest = nil }
            return latest
        }
    }
}
