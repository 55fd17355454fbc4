import Records
import Synchronization

/// A clock that a test moves.
final class Moments: Sendable {
    private let milliseconds: Mutex<Int64>
    private let start: Int64

    /// - Parameter wall: UTC milliseconds.
    init(wall: Int64) {
        start = wall
        milliseconds = Mutex(0)
    }

    func advance(hours: Int64) { milliseconds.withLock { $0 += hours * 3_600_000 } }

    var reading: ClockReading {
        let passed = milliseconds.withLock { $0 }
        return ClockReading(
            wall: start + passed, boottime: (1_000_000 + passed) * 1_000_000, bootID: 1, isSynchronized: true)
    }
}
