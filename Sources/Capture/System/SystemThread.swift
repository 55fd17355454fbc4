import CLinux
import Glibc
import Synchronization

/// A thread of its own, joined exactly once.
final class SystemThread: Sendable {
    private let identity: pthread_t
    private let joined = Mutex(false)

    /// Starts a thread.
    ///
    /// - Parameters:
    ///   - name: as shown by ps and top; the first 15 bytes count.
    ///   - body: runs on the thread, once.
    init(name: String, _ body: sending @escaping () -> Void) throws(CaptureError) {
        let start = ThreadStart(name: name, body: body)
        var identity = pthread_t()
        // The retained start is released by the thread that takes it, or below when there is none.
        let argument = unsafe Unmanaged.passRetained(start)
        let status = unsafe pthread_create(
            &identity, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let start = unsafe Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue()
                // The name is lent to the call as a C string.
                unsafe lintel_set_thread_name(start.name)
                start.body()
                return nil
            }, argument.toOpaque())
        guard status == 0 else {
            unsafe argument.release()
            throw CaptureError(
                what: "thread \(name)", cause: SystemErrno(code: status).text,
                remedy: "Raise the limit of tasks for this process.")
        }
        self.identity = identity
    }

    /// Waits until the thread is over, but only so long.
    ///
    /// - Returns: whether it is over; if not, nobody waits for it any more.
    func join(within limit: Duration) -> Bool {
        guard pthread_equal(pthread_self(), identity) == 0 else { return true }
        return joined.withLock { joined in
            if joined { return true }
            let end = SystemCapture.monotonicNow() &+ Int64(limit / .nanoseconds(1))
            // Joined once only: the flag is set under the same lock, also where the thread is given up and detached.
            joined = true
            if lintel_join_thread(identity, max(0, end)) == 0 { return true }
            _ = pthread_detach(identity)
            return false
        }
    }

    deinit {
        // A thread that nobody joined must give its resources back by itself.
        if joined.withLock({ !$0 }) { _ = pthread_detach(identity) }
    }

    /// Waits until the thread is over; returns at once on the thread itself.
    func join() {
        guard pthread_equal(pthread_self(), identity) == 0 else { return }
        joined.withLock { joined in
            if joined { return }
            // Joined once only: the flag is set under the same lock. Its result is not asked for.
            _ = pthread_join(identity, nil)
            joined = true
        }
    }
}

/// What a new thread is given.
private final class ThreadStart {
    let name: String
    let body: () -> Void

    init(name: String, body: @escaping () -> Void) {
        self.name = name
        self.body = body
    }
}
