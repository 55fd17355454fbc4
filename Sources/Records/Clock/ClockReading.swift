/// What the clocks of the machine say at one moment.
public struct ClockReading: Hashable, Sendable {
    /// CLOCK_REALTIME, UTC milliseconds since 1970. Anybody with the right may set it, and a machine without a clock
    /// chip starts it anywhere.
    public var wall: Int64
    /// CLOCK_BOOTTIME, nanoseconds since the boot, suspension included. Nobody can set it.
    public var boottime: Int64
    /// The boot that `boottime` counts from: /proc/sys/kernel/random/boot_id.
    public var bootID: UInt128
    /// Whether a time service confirmed `wall`.
    public var isSynchronized: Bool

    public init(wall: Int64, boottime: Int64, bootID: UInt128, isSynchronized: Bool) {
        self.wall = wall
        self.boottime = boottime
        self.bootID = bootID
        self.isSynchronized = isSynchronized
    }
}
