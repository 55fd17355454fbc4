/// Where log lines end.
public protocol LogSink: Sendable {
    /// Writes one line; may wait. Called by one thread at a time.
    func write(_ line: LogLine)
}

/// journald, with structured fields. A line that journald refuses goes to standard error.
public struct JournalSink: LogSink {
    private let program: String

    /// - Parameter program: SYSLOG_IDENTIFIER, what `journalctl -t` filters by.
    public init(program: String) {
        self.program = program
    }

    public func write(_ line: LogLine) {
        if !SystemJournal.send(JournalFields.entries(line, program: program)) { StandardErrorSink().write(line) }
    }
}

/// Standard error, a line at a time and unbuffered.
public struct StandardErrorSink: LogSink {
    public init() {}

    public func write(_ line: LogLine) {
        SystemJournal.writeToStandardError(PlainFormat.text(line) + "\n")
    }
}
