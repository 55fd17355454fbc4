import Logging

/// A log line as fields of the journal.
public enum JournalFields {
    /// `NAME=value` of each field: MESSAGE, PRIORITY, SYSLOG_IDENTIFIER, MESSAGE_ID, CODE_FILE and CODE_LINE, and
    /// `LINTEL_KEY` for each of the line's own.
    public static func entries(_ line: LogLine, program: String) -> [String] {
        var entries = [
            "MESSAGE=\(line.message)", "PRIORITY=\(priority(line.level))", "SYSLOG_IDENTIFIER=\(program)",
        ]
        if let kind = line.kind { entries.append("MESSAGE_ID=\(kind.rawValue)") }
        if let colon = line.source.lastIndex(of: ":") {
            entries.append("CODE_FILE=\(line.source[..<colon])")
            entries.append("CODE_LINE=\(line.source[line.source.index(after: colon)...])")
        }
        return entries + line.fields.map { "\(name($0.name))=\($0.value)" }
    }

    /// syslog(3)'s level.
    static func priority(_ level: Logger.Level) -> Int {
        switch level {
        case .critical: 2
        case .error: 3
        case .warning: 4
        case .notice: 5
        case .info: 6
        case .debug, .trace: 7
        }
    }

    /// `LINTEL_` and the key in capitals. journald takes A-Z, 0-9 and _ in names of at most 64 bytes.
    private static func name(_ key: String) -> String {
        let letters = key.uppercased().unicodeScalars.map { scalar -> Character in
            switch scalar {
            case "A"..."Z", "0"..."9": Character(scalar)
            default: "_"
            }
        }
        return String(("LINTEL_" + String(letters)).prefix(64))
    }
}
