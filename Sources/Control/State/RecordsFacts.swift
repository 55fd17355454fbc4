/// How the keeping of records does. Nothing in it is about a person.
public struct RecordsFacts: Hashable, Sendable {
    public var recording: Recording
    public var purge: Purge
    /// Milliseconds that the oldest thing is overdue; none where nothing is kept.
    public var lag: Int64?

    public init(recording: Recording = .off, purge: Purge = .none, lag: Int64? = nil) {
        self.recording = recording
        self.purge = purge
        self.lag = lag
    }

    /// Whether records are written.
    public enum Recording: Hashable, Sendable {
        /// The configuration wants none.
        case off
        case recording
        /// Nothing new is written for now; why, in words.
        case stopped(String)
        /// There is no store: no place where a key can be destroyed, a damaged file; why, in words.
        case refused(String)
    }

    /// Whether what is over is destroyed.
    public enum Purge: Hashable, Sendable {
        /// There is nothing to destroy.
        case none
        /// Nothing is overdue.
        case current
        /// Something is overdue, and no purge failed.
        case late
        /// The last purge failed; why, in words.
        case failing(String)
    }
}

extension RecordsFacts {
    var recordsCondition: Condition {
        switch recording {
        case .off: Condition(.off, code: "off", words: "off: nothing about a person is kept")
        case .recording:
            Condition(.good, code: "recording", words: "recording: only what people agreed to is kept")
        case .stopped(let why): Condition(.fault, code: "stopped", words: "stopped: nothing is recorded: \(why)")
        case .refused(let why): Condition(.fault, code: "refused", words: "refused: nothing is recorded: \(why)")
        }
    }

    /// The words name no number, so that a lag that grows is no new event each time.
    var purgeCondition: Condition {
        switch purge {
        case .none: Condition(.off, code: "none", words: "none: nothing is kept")
        case .current: Condition(.good, code: "current", words: "current: nothing is overdue")
        case .late: Condition(.attention, code: "late", words: "late: something is overdue to be destroyed")
        case .failing(let why): Condition(.fault, code: "failing", words: "failing: \(why)")
        }
    }
}
