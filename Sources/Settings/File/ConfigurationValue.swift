/// A value of a configuration file, before anything is known of its meaning.
enum ConfigurationValue: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case dateOrTime
    case array([ConfigurationValue])
    case table([String: ConfigurationValue])

    /// The value as a person would write it, shortened: for messages.
    var found: String {
        let text = written
        return text.count <= 60 ? text : text.prefix(57) + "..."
    }

    private var written: String {
        switch self {
        case .string(let text): Self.quoted(text)
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .boolean(let value): String(value)
        case .dateOrTime: "a date or time"
        case .array(let values): "[" + values.prefix(8).map(\.written).joined(separator: ", ") + "]"
        case .table(let entries):
            "{ "
                + entries.sorted { $0.key < $1.key }.prefix(8).map { "\(Self.shown($0.key)) = \($0.value.written)" }
                .joined(separator: ", ") + " }"
        }
    }

    /// A string in quotes, control characters escaped.
    static func quoted(_ text: String) -> String { "\"" + shown(text) + "\"" }

    /// A text whose control characters can't disturb a terminal or start a line of their own in a log.
    static func shown(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { shown, scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                shown += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
    }
}
