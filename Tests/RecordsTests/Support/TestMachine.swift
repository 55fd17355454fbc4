import Records
import Synchronization

/// A machine whose clocks a test moves: real time passes, the machine is on or off, and the wall clock says what it is set to.
final class TestMachine: Sendable {
    /// 2026-11-24 12:00 UTC, milliseconds.
    static let start: Int64 = 1_795_521_600_000
    static let second: Int64 = 1000
    static let hour: Int64 = 3_600_000
    static let day: Int64 = 86_400_000

    private let state: Mutex<ClockReading>

    init(wall: Int64 = TestMachine.start, synchronized: Bool = true) {
        state = Mutex(
            ClockReading(wall: wall, boottime: 60_000_000_000, bootID: 1, isSynchronized: synchronized))
    }

    var reading: ClockReading { state.withLock { $0 } }

    /// The machine is on for a while.
    func pass(_ milliseconds: Int64) {
        state.withLock {
            $0.wall += milliseconds
            $0.boottime += milliseconds * 1_000_000
        }
    }

    /// Somebody sets the wall clock forward or back.
    func step(_ milliseconds: Int64) { state.withLock { $0.wall += milliseconds } }

    func set(wall: Int64) { state.withLock { $0.wall = wall } }

    func synchronize(_ synchronized: Bool = true) { state.withLock { $0.isSynchronized = synchronized } }

    /// Switched off for a while, then on again, not synchronised. The wall clock says what the clock chip says, or `wall`.
    func reboot(off: Int64 = 0, wall: Int64? = nil) {
        state.withLock {
            $0.wall = wall ?? ($0.wall + off)
            $0.boottime = 0
            $0.bootID += 1
            $0.isSynchronized = false
        }
    }
}
