import Logging
import Synchronization

/// Keeps the log lines of a test.
final class LogLines: LogHandler {
    private let kept = Mutex<[String]>([])

    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .info }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) { kept.withLock { $0.append(event.message.description) } }

    var all: [String] { kept.withLock { $0 } }

    /// Those that hold this text.
    func with(_ text: String) -> [String] { all.filter { $0.contains(text) } }
}
