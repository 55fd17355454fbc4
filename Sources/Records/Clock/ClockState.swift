/// What a trusted clock remembers over restarts.
public struct ClockState: Hashable, Sendable {
    /// The boot and its time, nanoseconds, up to which everything below is counted.
    public var bootID: UInt128
    public var boottime: Int64
    /// The trusted time, UTC milliseconds. It never goes back.
    public var now: Int64
    /// Milliseconds that the machine was on, over all boots. It never goes back.
    public var uptime: Int64
    /// Whether the last reading was synchronised.
    public var isSynchronized: Bool
    /// A wall clock that is ahead without anybody having confirmed it.
    public var claim: Claim?

    public init(
        bootID: UInt128, boottime: Int64, now: Int64, uptime: Int64, isSynchronized: Bool, claim: Claim? = nil
    ) {
        self.bootID = bootID
        self.boottime = boottime
        self.now = now
        self.uptime = uptime
        self.isSynchronized = isSynchronized
        self.claim = claim
    }

    /// How far the wall clock is ahead of the trusted time, and since when.
    public struct Claim: Hashable, Sendable {
        /// Milliseconds, positive.
        public var ahead: Int64
        /// The uptime, milliseconds, at which it was first seen so far ahead.
        public var since: Int64

        public init(ahead: Int64, since: Int64) {
            self.ahead = ahead
            self.since = since
        }
    }
}

/// The least that a clock may say: the latest moments that stored rows bear.
public struct ClockFloor: Hashable, Sendable {
    /// Trusted UTC milliseconds.
    public var now: Int64
    /// Milliseconds of uptime.
    public var uptime: Int64

    public init(now: Int64, uptime: Int64) {
        self.now = now
        self.uptime = uptime
    }
}
