import Capture
import Dispatch
import Synchronization

/// What the service's thread has to see to, from signals and the other threads.
package final class ServiceEvents: Sendable {
    /// What came since it was asked last.
    package struct Pending: Sendable {
        /// A signal asked for the end, or the source is over.
        package var stop = false
        /// What made the source end, if it failed.
        package var failure: CaptureError?
        /// The configuration is to be read again.
        package var reload = false
        /// The door's state changed.
        package var stateChanged = false
    }

    package init() {}

    private let pending = Mutex(Pending())
    private let posted = DispatchSemaphore(value: 0)

    package func askToStop(failure: CaptureError? = nil) {
        post { pending in
            pending.stop = true
            pending.failure = pending.failure ?? failure
        }
    }

    package func askToReload() { post { $0.reload = true } }

    package func stateChanged() { post { $0.stateChanged = true } }

    /// Waits for an event, at most this long, and takes all that came.
    package func next(within limit: Duration) -> Pending {
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
