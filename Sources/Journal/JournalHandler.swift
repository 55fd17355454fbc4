import Logging

/// Hands swift-log's events to a `LogWriter`.
///
/// Metadata becomes fields; the key `message_id` becomes the line's kind.
public struct JournalHandler: LogHandler {
    public var logLevel: Logger.Level
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?

    private let writer: LogWriter

    public init(writer: LogWriter, level: Logger.Level = .info) {
        self.writer = writer
        logLevel = level
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { _, newer in newer } }
        if let own = event.metadata { all.merge(own) { _, newer in newer } }
        if let error = event.error { all["error"] = "\(error)" }
        let kind = all.removeValue(forKey: MessageID.metadataKey).flatMap { MessageID(rawValue: "\($0)") }
        let fields = all.sorted { $0.key < $1.key }.map { LogLine.Field($0.key, "\($0.value)") }
        writer.submit(
            LogLine(
                time: writer.now, level: event.level, message: "\(event.message)", fields: fields, kind: kind,
                source: "\(event.file):\(event.line)"))
    }
}
