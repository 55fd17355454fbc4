/// Tells systemd how the service is doing (sd_notify(3)). Does nothing when systemd did not start the process.
public struct ServiceNotifier: Sendable {
    /// How often `keepAlive()` must be called at least: half of the unit's WatchdogSec; none without a watchdog.
    public let keepAliveInterval: Duration?

    public init() {
        keepAliveInterval = SystemJournal.watchdogMicroseconds().map { .microseconds($0 / 2) }
    }

    /// The service is up: the settings are valid and overdue purges are done.
    ///
    /// - Returns: whether systemd was told; so do the others.
    @discardableResult
    public func ready(status: String) -> Bool { notify("READY=1\nSTATUS=\(oneLine(status))") }

    /// The start goes on and may take this much longer (EXTEND_TIMEOUT_USEC).
    @discardableResult
    public func starting(within time: Duration) -> Bool {
        notify("EXTEND_TIMEOUT_USEC=\(Int64(time / .microseconds(1)))")
    }

    /// What `systemctl status` shows; carries no person.
    @discardableResult
    public func status(_ status: String) -> Bool { notify("STATUS=\(oneLine(status))") }

    /// The service is going down.
    @discardableResult
    public func stopping() -> Bool { notify("STOPPING=1") }

    /// Every stage met its deadline.
    @discardableResult
    public func keepAlive() -> Bool { notify("WATCHDOG=1") }

    private func notify(_ message: String) -> Bool { SystemJournal.notify(message) }

    /// The most characters of a status. systemd ignores a whole message, READY=1 in it too, of more than 4096 bytes
    /// (NOTIFY_BUFFER_MAX), and nobody reads so long a line.
    static let longestStatus = 500

    /// A line end would start another assignment.
    private func oneLine(_ text: String) -> String {
        let line = String(text.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) })
        return line.count <= Self.longestStatus ? line : line.prefix(Self.longestStatus - 1) + "…"
    }
}
