import CLinux
import Glibc
import Synchronization

/// A thread of its own, joined exactly once; for every module of the package.
package final class SystemThread: Sendable {
    private let identity: pthread_t
    private let over: Event
    private let joined = Mutex(false)

    /// Starts a thread.
    ///
    /// - Parameters:
    ///   - name: as shown by ps and top; the first 15 bytes count.
    ///   - body: runs on the thread, once.
    /// - Throws: `CaptureError` when the system gives no thread or descriptor.
    package init(name: String, _ body: sending @escaping () -> Void) throws(CaptureError) {
        let over = try Event()
        let start = ThreadStart(name: name, over: over, body: body)
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
                start.over.signal()
                return nil
            }, argument.toOpaque())
        guard status == 0 else {
            unsafe argument.release()
            throw CaptureError(
                what: "thread \(name)", cause: SystemErrno(code: status).text,
                remedy: "Raise the limit of tasks for this process.")
        }
        self.identity = identity
        self.over = over
    }

    /// Waits until the thread is over, but only so long.
    ///
    /// - Returns: whether it is over; if not, nobody waits for it any more.
    func join(within limit: Duration) -> Bool {
        guard pthread_equal(pthread_self(), identity) == 0 else { return true }
        return joined.withLock { joined in
            if joined { return true }
            // Joined once only: the flag is set under the same lock, also where the thread is given up and detached.
            joined = true
            let isOver = over.wait(within: limit)
            _ = isOver ? pthread_join(identity, nil) : pthread_detach(identity)
            return isOver
        }
    }

    deinit {
        // A thread that nobody joined must give its resources back by itself.
        if joined.withLock({ !$0 }) { _ = pthread_detach(identity) }
    }

    /// Waits until the thread is over; returns at once on the thread itself.
    package func join() {
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
    let over: Event
    let body: () -> Void

    init(name: String, over: Event, body: @escaping () -> Void) {
        self.name = name
        self.over = over
        self.body = body
    }
}
