import Dispatch
import Journal
import Synchronization

/// Keeps the lines it gets; can be made to hang like a journald that does not answer.
final class RecordingSink: LogSink {
    private let written = Mutex<[LogLine]>([])
    private let hangs = Mutex(false)
    private let entered = DispatchSemaphore(value: 0)
    private let released = DispatchSemaphore(value: 0)

    var lines: [LogLine] { written.withLock { $0 } }

    func write(_ line: LogLine) {
        if hangs.withLock({ $0 }) {
            entered.signal()
            released.wait()
        }
        written.withLock { $0.append(line) }
    }

    /// Makes the next write wait for `release()`.
    func hang() { hangs.withLock { $0 = true } }

    /// Returns when a write hangs.
    func waitUntilHanging() { entered.wait() }

    func release() {
        hangs.withLock { $0 = false }
        released.signal()
    }
}
