import Capture
import Control

/// The door's status as text of one screen.
struct StatusScreen {
    let text: String

    init(_ status: DoorStatus, isColored: Bool) {
        let door = "door \(status.door), linteld \(status.version), up \(SpanOfTime.words(status.uptime))"
        let conditions = Part.allCases.map { part in
            Self.line(part.rawValue, status.conditions[part], Self.delay(part, status), isColored: isColored)
        }
        let counts = [
            ("frames", Self.frames(status)), ("entries", Self.entries(status)), ("log", Self.log(status)),
            ("clients", Self.clients(status.clients)),
        ].map { Self.row(mark: "", $0, $1) }
        text = ([SafeText.shown(door), ""] + conditions + [""] + counts).joined(separator: "\n")
    }

    // MARK: Lines

    /// A mark says what the colour says, for whoever sees none.
    private static func line(
        _ name: String, _ condition: Condition, _ delay: String, isColored: Bool
    ) -> String {
        let words = SafeText.shown(condition.words) + delay
        guard isColored, let color = color(condition.level) else {
            return row(mark: mark(condition.level), name, words)
        }
        return row(mark: mark(condition.level), name, "\u{1B}[\(color)m\(words)\u{1B}[0m")
    }

    /// How long the oldest thing is overdue, behind the purge's words.
    private static func delay(_ part: Part, _ status: DoorStatus) -> String {
        guard part == .purge, let lag = status.purgeLag, lag > 0 else { return "" }
        return ", since \(SpanOfTime.words(lag))"
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
        ].filter { $0.0 > 0 }.map { "\(Count.grouped($0.0)) \($0.1)" }
        let lost =
            causes.isEmpty ? "none lost" : "\(Count.grouped(frames.lost)) lost (\(causes.joined(separator: ", ")))"
        let last = status.frameAge.map { ", last \(SpanOfTime.words($0)) ago" } ?? ", none yet"
        return "\(Count.grouped(frames.delivered)) screened, \(lost)\(last)"
    }

    private static func entries(_ status: DoorStatus) -> String {
        let entries = status.entries
        return "\(Count.grouped(entries.admitted)) admitted, \(Count.grouped(entries.referred)) referred, "
            + "\(Count.grouped(entries.entering)) in, \(Count.grouped(entries.leaving)) out, "
            + "as of \(SpanOfTime.words(status.entriesAge)) ago"
    }

    private static func log(_ status: DoorStatus) -> String {
        status.logLinesLost == 0 ? "no line lost" : "\(Count.grouped(status.logLinesLost)) lines lost"
    }

    private static func clients(_ clients: ClientCounts) -> String {
        let causes = [
            (clients.refused, "refused"), (clients.slow, "too slow"), (clients.malformed, "malformed"),
        ].filter { $0.0 > 0 }.map { ", \(Count.grouped($0.0)) \($0.1)" }
        let lost = clients.lost == 0 ? "" : "; \(Count.grouped(clients.lost)) publications lost"
        return "\(Count.grouped(clients.connected)) connected" + (causes.isEmpty ? ", none cut off" : causes.joined())
            + lost
    }

    // MARK: Text

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
