/// The form of a log line for people: `time level message key=value`, always one line.
public enum PlainFormat {
    /// The line without its line end; the time is UTC.
    public static func text(_ line: LogLine) -> String {
        let fields = line.fields.map { " \(oneLine($0.name))=\(quotedIfNeeded($0.value))" }.joined()
        return "\(UTCTime(milliseconds: line.time)) \(line.level) \(oneLine(line.message))\(fields)"
    }

    private static func quotedIfNeeded(_ value: String) -> String {
        let isPlain = !value.isEmpty && !value.unicodeScalars.contains { " \"=\\".unicodeScalars.contains($0) }
        let text = oneLine(value)
        if isPlain, text == value { return value }
        return "\"" + text.reduce(into: "") { $0 += $1 == "\"" ? "\\\"" : String($1) } + "\""
    }

    /// Control characters are spelt out, so that nothing logged can start a line or steer a terminal.
    private static func oneLine(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { shown, scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                shown += scalar == "\n" ? "\\n" : "\\u{" + String(scalar.value, radix: 16) + "}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
    }
}
