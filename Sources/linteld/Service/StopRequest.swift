import Capture
import Dispatch
import Glibc
import Synchronization

/// Why the daemon stops: a signal, the given time, or the source's own end.
final class StopRequest: Sendable {
    private let asked = DispatchSemaphore(value: 0)
    private let failed = Mutex<CaptureError?>(nil)

    /// Asks the daemon to stop.
    ///
    /// - Parameter failure: what made the source end, if it failed.
    func ask(failure: CaptureError? = nil) {
        if let failure { failed.withLock { $0 = failure } }
        asked.signal()
    }

    /// Waits until somebody asked, at most this many seconds.
    func wait(seconds: Double?) {
        guard let seconds else { return asked.wait() }
        // Longer than any run, but no overflow of the nanoseconds.
        let nanoseconds = Int(min(seconds, 31_536_000) * 1e9)
        _ = asked.wait(timeout: .now() + .nanoseconds(nanoseconds))
    }

    var failure: CaptureError? { failed.withLock { $0 } }

    /// Takes SIGINT and SIGTERM as requests to stop for as long as the returned value lives.
    func listenToSignals() -> [any DispatchSourceSignal] {
        SystemLinteld.ignoreSignals([SIGINT, SIGTERM, SIGPIPE])
        return [SIGINT, SIGTERM].map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
            source.setEventHandler { [self] in ask() }
            source.activate()
            return source
        }
    }
}
