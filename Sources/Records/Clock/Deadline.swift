import Audit

/// When something dies: whichever of two deadlines passes first.
///
/// The second one counts the time that the machine was on, so a wall clock that is held back can't lengthen a life.
public struct Deadline: Hashable, Sendable {
    /// Trusted UTC milliseconds.
    public var utc: Int64
    /// Seconds of the machine's time on, over all boots.
    public var uptime: Int64

    public init(utc: Int64, uptime: Int64) {
        self.utc = utc
        self.uptime = uptime
    }

    /// The deadline of a span that begins now.
    ///
    /// - Parameter span: seconds.
    public init(after span: Int64, from clock: TrustedClock) {
        self.init(
            utc: clock.now.saturated(adding: span.saturated(by: 1000)), uptime: clock.uptime.saturated(adding: span))
    }

    /// The earlier of two in both senses.
    func earlier(_ other: Deadline) -> Deadline {
        Deadline(utc: min(utc, other.utc), uptime: min(uptime, other.uptime))
    }
}
