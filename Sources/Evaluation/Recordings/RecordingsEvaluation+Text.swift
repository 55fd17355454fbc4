import Screening

extension RecordingsEvaluation {
    /// The report as text: a line a recording, then all of them.
    public var text: String {
        var table = TextTable([
            "recording", "presentations", "found", "measured", "missed", "false", "s to result", "skin °C", "halves °C",
            "box °C", "tracked", "disc", "undecided",
        ])
        for score in recordings { table.add(Self.row(score)) }
        var lines = [table.text, ""]
        lines += totals
        if !unlabelled.isEmpty { lines.append("not labelled: \(unlabelled.joined(separator: ", "))") }
        return lines.joined(separator: "\n")
    }

    private static func row(_ score: RecordingScore) -> [String] {
        let all = score.presentations
        return [
            score.label.file, "\(all.count)", "\(all.count(where: \.isFound))",
            "\(all.count { $0.result == .measured })", "\(score.missed)", "\(score.extra)",
            list(all.map(\.timeToResult), 2), list(all.map(\.skin), 2), list(all.map(\.halvesApart), 2),
            list(all.map(\.againstBox), 2), percent(score.trackedFrames, of: score.frames),
            score.trackedNearLabel.map { percent($0, of: score.trackedFrames) } ?? "-", reasons(score.undecided),
        ]
    }

    private var totals: [String] {
        let disc = discFrames
        let worst = recordings.min { $0.trackedShare < $1.trackedShare }
        let apart = halvesApart
        let box = againstBox
        return [
            "found \(found) of \(presentations.count), measured \(measured), covered or cold \(found - measured), "
                + "missed \(missed), false \(extra)",
            "s from facing to result: median \(Decimal.text(Quantile.of(timesToResult, 0.5), 2)), "
                + "90 % within \(Decimal.text(Quantile.of(timesToResult, 0.9), 2))",
            "halves of one presentation: \(Self.percent(apart.count { $0 <= Self.halvesTolerance }, of: apart.count)) of "
                + "\(apart.count) within \(Decimal.text(Self.halvesTolerance, 1)) °C",
            "against the head box: \(Self.percent(box.count { abs($0) <= Self.boxTolerance }, of: box.count)) of "
                + "\(box.count) within \(Decimal.text(Self.boxTolerance, 1)) °C",
            "reference body: \(Self.percent(disc.near, of: disc.tracked)) of \(disc.tracked) tracked frames within "
                + "\(Decimal.text(RecordingObservation.discTolerance, 0)) px of the label; least tracked "
                + (worst.map { "\(Self.percent($0.trackedFrames, of: $0.frames)) in \($0.label.file)" } ?? "-"),
            "undecided: \(Self.reasons(undecided))",
        ]
    }

    /// What two halves of a presentation, and a reading and its head box, may lie apart, °C.
    public static let halvesTolerance = 0.2
    public static let boxTolerance = 0.4

    private static func list(_ values: [Double?], _ digits: Int) -> String {
        values.isEmpty ? "-" : values.map { Decimal.text($0, digits) }.joined(separator: " ")
    }

    private static func percent(_ part: Int, of whole: Int) -> String {
        whole > 0 ? "\(Decimal.text(100 * Double(part) / Double(whole), 0)) %" : "-"
    }

    private static func reasons(_ counts: [UndecidedReason: Int]) -> String {
        let known = UndecidedReason.allCases.filter { counts[$0] != nil }
        return known.isEmpty ? "-" : known.map { "\($0.rawValue) \(counts[$0] ?? 0)" }.joined(separator: ", ")
    }
}
