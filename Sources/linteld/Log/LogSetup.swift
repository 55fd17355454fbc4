import Logging

/// Where log lines go.
enum LogSetup {
    /// Bootstraps swift-log; called once, before the first line.
    static func makeLogger() -> Logger {
        LoggingSystem.bootstrap { label in StreamLogHandler.standardError(label: label) }
        return Logger(label: "linteld")
    }
}
