import Audit

/// What a check of the access log found, for a terminal.
struct VerifyText {
    let summary: String
    let problems: String

    init(_ report: AccessLogReport, directory: String, exported: ExportedCheckpoints, hasKey: Bool) {
        let found = Count.of(report.problems.count, "problem", "problems")
        let verdict = report.isSound ? "as it was written" : "damaged, \(found)"
        var rows = [
            (
                "accesses",
                "\(Count.grouped(report.accesses)) in \(Count.of(report.segments, "segment", "segments"))"
                    + (report.first > 1
                        ? ", from number \(Count.grouped(report.first)); the rest is no longer kept" : "")
            ),
            ("checkpoints", Self.checkpoints(report, exported)),
            ("codes", hasKey ? "every line tried with the first key" : "not tried: no --key was given"),
        ]
        if let time = report.time, report.accesses > 0 { rows.insert(("last", Moment.text(time)), at: 1) }
        rows += [("device", report.publicKey.map { Hex.text($0) }), ("head", report.head.map { Hex.text($0) })]
            .compactMap { name, value in value.map { (name, $0) } }
        summary = "\(directory): \(verdict)\n" + rows.map { "  \(Self.padded($0)) \($1)" }.joined(separator: "\n")
        problems = report.problems.map { "\(Self.place($0, directory, exported)): \($0.cause)\n" }.joined()
    }

    private static func padded(_ name: String) -> String {
        name + String(repeating: " ", count: max(0, 11 - name.count))
    }

    private static func checkpoints(_ report: AccessLogReport, _ exported: ExportedCheckpoints) -> String {
        guard let last = exported.last else {
            return "none given: whoever rewrote all of it would not be found out"
        }
        let end = report.first + report.accesses - 1
        let later = end > last ? "; the \(Count.grouped(end - last)) accesses after it rest on this machine alone" : ""
        return "\(exported.all.count) given, \(report.checkpoints) of what is kept, the last after number "
            + Count.grouped(last) + later
    }

    private static func place(
        _ problem: AccessLogReport.Problem, _ directory: String, _ exported: ExportedCheckpoints
    ) -> String {
        if let count = problem.exported {
            let places = exported.places(of: count)
            if !places.isEmpty { return places.joined(separator: ", ") }
        }
        guard problem.exported == nil else { return directory }
        return "\(directory)/\(problem.segment)" + (problem.line.map { ":\($0)" } ?? "")
    }
}
