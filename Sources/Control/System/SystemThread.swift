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
    init(name: String, _ body: sending @escaping () -> Void) throws(ControlError) {
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
            throw ControlError(
                what: "thread \(name)", cause: SystemErrno(code: status).text,
                remedy: "Raise the limit of tasks for this process.")
        }
        self.identity = identity
    }

    /// Waits until the thread is over; not to be called on the thread itself.
    func join() {
        joined.withLock { joined in
            if joined { return }
            // Joined once only: the flag is set under the same lock. Its result is not asked for.
            _ = pthread_join(identity, nil)
            joined = true
        }
    }

    deinit {
        // A thread that nobody joined must give its resources back by itself.
        if joined.withLock({ !$0 }) { _ = pthread_detach(identity) }
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
