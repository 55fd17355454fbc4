import Glibc

/// The clocks of the control socket.
public struct ControlClock: Sendable {
    /// Nanoseconds of CLOCK_MONOTONIC.
    let monotonic: @Sendable () -> Int64
    /// UTC milliseconds since 1970.
    let wall: @Sendable () -> Int64

    public init(monotonic: @escaping @Sendable () -> Int64, wall: @escaping @Sendable () -> Int64) {
        self.monotonic = monotonic
        self.wall = wall
    }

    /// The system's.
    public static let system = ControlClock(
        monotonic: { read(CLOCK_MONOTONIC) }, wall: { read(CLOCK_REALTIME) / 1_000_000 })

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        // The structure lives on the stack for the whole call; both clocks always exist.
        _ = unsafe clock_gettime(clock, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
