import Capture
import Screening

/// What a run came to.
struct Summary: Sendable {
    /// What was watched, in words.
    var source: String
    var seconds: Double
    /// Frames that the screening stage took.
    var frames: Int
    /// Frames lost, by cause in the order of `LossCause.allCases`.
    var lost: [(cause: LossCause, count: Int)]
    /// Tracks seen.
    var people: Int
    var entries: EntryCounts
    var times: FrameTimes
    var use: ProcessUse
    /// What ended the run early, if anything did.
    var failure: ServiceFailure?

    init(
        source: String, seconds: Double, result: ScreeningStage.Result, account: FrameCounters,
        failure: ServiceFailure?
    ) {
        self.source = source
        self.seconds = seconds
        frames = result.frames
        lost = LossCause.allCases.map { (cause: $0, count: Int(clamping: account.lost($0))) }
        people = result.people
        entries = result.entries
        times = result.times
        use = .now()
        self.failure = failure
    }

    /// The run in one line, for the log.
    var line: String {
        "\(frames) frames screened, \(lost.reduce(0) { $0 + $1.count }) lost, \(people) people seen"
    }

    /// The summary as aligned lines.
    var text: String {
        var rows: [(String, String)] = [
            ("frames", "\(frames) screened, \(lost.reduce(0) { $0 + $1.count }) lost"),
            ("  lost", lost.map { "\($0.cause.rawValue) \($0.count)" }.joined(separator: ", ")),
            ("people", "\(people) seen"),
            ("screenings", "\(entries.screenings)"),
            ("  normal", "\(entries.normal)"),
            ("  elevated", "\(entries.elevated)"),
            ("  undecided", "\(entries.undecidedTotal)"),
        ]
        rows += entries.reasons.map { ("    \($0.reason.rawValue)", "\($0.count)") }
        rows += [
            ("gate", "\(entries.admitted) admitted, \(entries.referred) referred"),
            ("passages", "\(entries.entering) in, \(entries.leaving) out"),
            ("time per frame", timePerFrame),
            ("memory", use.residentKibibytes.map { "\(Self.decimal(Double($0) / 1024)) MB resident" } ?? "not known"),
            ("processor", "\(Self.decimal(100 * use.processorSeconds / max(seconds, 0.001))) % of one core"),
        ]
        let width = rows.reduce(0) { max($0, $1.0.count) } + 3
        let lines = rows.map { "  \($0.0)\(String(repeating: " ", count: width - $0.0.count))\($0.1)" }
        return "\nSummary: \(Self.decimal(seconds)) s, \(source)\n\n" + lines.joined(separator: "\n") + "\n"
    }

    private var timePerFrame: String {
        guard let median = times.quantile(0.5), let late = times.quantile(0.99) else { return "too few frames" }
        return "\(median / 1000) µs median, \(late / 1000) µs 99th percentile"
    }

    private static func decimal(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "?" }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
