import Capture
import Control

/// The door's status as text of one screen.
struct StatusScreen {
    let text: String

    init(_ status: DoorStatus, isColored: Bool) {
        let door = "door \(status.door), linteld \(status.version), up \(SpanOfTime.words(status.uptime))"
        let conditions = Part.allCases.map { part in
            Self.line(part.rawValue, status.conditions[part], isColored: isColored)
        }
        let counts = [
            ("frames", Self.frames(status)), ("entries", Self.entries(status)), ("log", Self.log(status)),
            ("clients", Self.clients(status.clients)),
        ].map { Self.row(mark: "", $0, $1) }
        text = ([Self.shown(door), ""] + conditions + [""] + counts).joined(separator: "\n")
    }

    // MARK: Lines

    /// A mark says what the colour says, for whoever sees none.
    private static func line(_ name: String, _ condition: Condition, isColored: Bool) -> String {
        let words = shown(condition.words)
        guard isColored, let color = color(condition.level) else {
            return row(mark: mark(condition.level), name, words)
        }
        return row(mark: mark(condition.level), name, "\u{1B}[\(color)m\(words)\u{1B}[0m")
    }

    private static func row(mark: String, _ name: String, _ words: String) -> String {
        "  \(padded(mark, 2)) \(padded(name, 10)) \(words)"
    }

    private static func mark(_ level: Condition.Level) -> String {
        switch level {
        case .good: ""
        case .attention: "!"
        case .fault: "!!"
        case .off: "-"
        }
    }

    /// SGR parameters (ECMA-48): green, yellow, red; what is off is faint.
    private static func color(_ level: Condition.Level) -> String? {
        switch level {
        case .good: "32"
        case .attention: "33"
        case .fault: "31"
        case .off: "2"
        }
    }

    // MARK: Counts

    private static func frames(_ status: DoorStatus) -> String {
        let frames = status.frames
        let causes = [
            (frames.ringFull, "ring full"), (frames.error, "damaged"), (frames.short, "short"), (frames.gap, "skipped"),
        ].filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }
        let lost = causes.isEmpty ? "none lost" : "\(grouped(frames.lost)) lost (\(causes.joined(separator: ", ")))"
        let last = status.frameAge.map { ", last \(SpanOfTime.words($0)) ago" } ?? ", none yet"
        return "\(grouped(frames.delivered)) screened, \(lost)\(last)"
    }

    private static func entries(_ status: DoorStatus) -> String {
        let entries = status.entries
        return "\(grouped(entries.admitted)) admitted, \(grouped(entries.referred)) referred, "
            + "\(grouped(entries.entering)) in, \(grouped(entries.leaving)) out, "
            + "as of \(SpanOfTime.words(status.entriesAge)) ago"
    }

    private static func log(_ status: DoorStatus) -> String {
        status.logLinesLost == 0 ? "no line lost" : "\(grouped(status.logLinesLost)) lines lost"
    }

    private static func clients(_ clients: ClientCounts) -> String {
        let causes = [
            (clients.refused, "refused"), (clients.slow, "too slow"), (clients.malformed, "malformed"),
        ].filter { $0.0 > 0 }.map { ", \(grouped($0.0)) \($0.1)" }
        let lost = clients.lost == 0 ? "" : "; \(grouped(clients.lost)) publications lost"
        return "\(grouped(clients.connected)) connected" + (causes.isEmpty ? ", none cut off" : causes.joined()) + lost
    }

    // MARK: Text

    /// 12,345.
    private static func grouped(_ count: some BinaryInteger) -> String {
        let digits = Array(String(count))
        return digits.enumerated().reduce(into: "") { text, digit in
            if digit.offset > 0, (digits.count - digit.offset).isMultiple(of: 3) { text += "," }
            text.append(digit.element)
        }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// A name that a camera gave itself must not steer the terminal.
    private static func shown(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }
}
