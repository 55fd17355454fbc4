import Logging

/// One line of the log, complete: nothing in it is looked up later.
public struct LogLine: Hashable, Sendable {
    /// UTC, milliseconds since 1970.
    public let time: Int64
    public let level: Logger.Level
    public let message: String
    /// Sorted by name; MESSAGE_ID is not among them.
    public let fields: [Field]
    /// What kind of line it is.
    public let kind: MessageID?
    /// Where in the source it was logged, "Module/File.swift:12".
    public let source: String

    public struct Field: Hashable, Sendable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(
        time: Int64, level: Logger.Level, message: String, fields: [Field] = [], kind: MessageID? = nil,
        source: String = ""
    ) {
        self.time = time
        self.level = level
        self.message = message
        self.fields = fields
        self.kind = kind
        self.source = source
    }
}
