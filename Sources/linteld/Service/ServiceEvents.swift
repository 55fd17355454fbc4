import Capture
import Dispatch
import Synchronization

/// What the service's thread has to see to, from signals and the other threads.
final class ServiceEvents: Sendable {
    /// What came since it was asked last.
    struct Pending: Sendable {
        /// A signal asked for the end, or the source is over.
        var stop = false
        /// What made the source end, if it failed.
        var failure: CaptureError?
        /// The configuration is to be read again.
        var reload = false
        /// The door's state changed.
        var stateChanged = false
    }

    private let pending = Mutex(Pending())
    private let posted = DispatchSemaphore(value: 0)

    func askToStop(failure: CaptureError? = nil) {
        post { pending in
            pending.stop = true
            pending.failure = pending.failure ?? failure
        }
    }

    func askToReload() { post { $0.reload = true } }

    func stateChanged() { post { $0.stateChanged = true } }

    /// Waits for an event, at most this long, and takes all that came.
    func next(within limit: Duration) -> Pending {
        _ = posted.wait(timeout: .now() + .nanoseconds(Int(clamping: Int64(limit / .nanoseconds(1)))))
        return pending.withLock { pending in
            defer { pending = Pending() }
            return pending
        }
    }

    private func post(_ change: (inout Pending) -> Void) {
        pending.withLock { change(&$0) }
        posted.signal()
    }
}
