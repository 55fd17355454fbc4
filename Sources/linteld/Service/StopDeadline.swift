import Dispatch

/// Ends the process when stopping it takes too long: a screening queue that hangs must not hold up `systemctl stop`.
struct StopDeadline {
    /// Everything that stopping waits for takes less.
    static let limit = DispatchTimeInterval.milliseconds(1900)

    private let timer: any DispatchSourceTimer

    /// Sets the deadline; `meet` lifts it.
    init() {
        timer = DispatchSource.makeTimerSource(queue: .global(qos: .userInteractive))
        timer.setEventHandler {
            SystemLinteld.end("linteld: a stage did not stop in time\n  Its last frames are lost.")
        }
        timer.schedule(deadline: .now() + Self.limit)
        timer.activate()
    }

    func meet() {
        timer.cancel()
    }
}
