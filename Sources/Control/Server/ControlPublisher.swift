import Screening

/// Tells the control socket's clients what happens. Any thread may; none ever waits.
///
/// Publish the state when something changed, and about once a second while frames come: its counts are told as they were
/// published last. Changes of a condition become events by themselves.
public final class ControlPublisher: Sendable {
    enum Publication: Sendable {
        case state(ControlState)
        /// With UTC milliseconds since 1970.
        case event(ControlEvent, time: Int64)
    }

    let mailbox: Mailbox<Publication>
    let wake: SystemWake
    let initial: ControlState
    let clock: ControlClock

    /// - Parameters:
    ///   - state: what is told before the first one is published.
    ///   - capacity: how many publications may wait for the control thread.
    /// - Throws: when the process has no descriptor left.
    public init(_ state: ControlState, capacity: Int = 256, clock: ControlClock = .system) throws(ControlError) {
        initial = state
        mailbox = Mailbox(capacity: capacity)
        wake = try SystemWake()
        self.clock = clock
    }

    /// Replaces the state.
    public func publish(_ state: ControlState) {
        mailbox.post(.state(state))
        wake.raise()
    }

    /// Tells of a screening or a passage; temperature and place in the picture go no further than this call.
    public func publish(_ event: EntryEvent) {
        mailbox.post(.event(ControlEvent(event), time: clock.wall()))
        wake.raise()
    }
}
