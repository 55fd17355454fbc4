/// `[clock]`: how the daemon knows that the wall clock is right.
public struct ClockSettings: Hashable, Sendable {
    /// `synchronized`: "timesyncd", or the path of a file that exists while the clock is synchronised.
    public var synchronized = "timesyncd"

    public init() {}

    /// The file that exists while the clock is synchronised; systemd-timesyncd touches its own on every success.
    public var synchronizedPath: String {
        synchronized == "timesyncd" ? "/run/systemd/timesync/synchronized" : synchronized
    }
}
