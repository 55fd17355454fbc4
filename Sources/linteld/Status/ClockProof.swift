/// Whether the system's clock is known to be right.
enum ClockProof {
    /// systemd-timesyncd makes it when it has set the clock since the machine started.
    static let file = "/run/systemd/timesync/synchronized"

    static var isThere: Bool { SystemLinteld.exists(file) }
}
