import Logging

/// The log of a daemon.
public enum Log {
    /// Sends everything that is logged through swift-log to the journal when systemd connected standard error to it, to
    /// standard error otherwise. Call it once, before the first `Logger` is made.
    ///
    /// - Parameters:
    ///   - program: the name that `journalctl -t` finds the lines by.
    ///   - level: lines below it are not made.
    /// - Returns: the writer, to be flushed before the process ends.
    public static func bootstrap(program: String, level: Logger.Level = .info) -> LogWriter {
        let writer = LogWriter(sink: sink(program: program))
        LoggingSystem.bootstrap { _ in JournalHandler(writer: writer, level: level) }
        return writer
    }

    /// Whether lines go to the journal: systemd connected standard error to it.
    public static var goesToJournal: Bool { JournalStream.standardError?.isJournal ?? false }

    private static func sink(program: String) -> any LogSink {
        goesToJournal ? JournalSink(program: program) : StandardErrorSink()
    }
}
