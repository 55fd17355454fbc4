import Logging
import Synchronization

/// Keeps log lines in the place of the journal.
final class CapturedLog: Sendable {
    struct Line: Hashable {
        let messageID: String
        let text: String
    }

    private let stored = Mutex<[Line]>([])

    var lines: [Line] { stored.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(log: self) } }

    private struct Handler: LogHandler {
        let log: CapturedLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        init(log: CapturedLog) { self.log = log }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let id = event.metadata?["message_id"].map { "\($0)" } ?? ""
            log.stored.withLock { $0.append(Line(messageID: id, text: event.message.description)) }
        }
    }
}
