/// The privacy report for a terminal.
struct ReportText {
    let text: String

    init(_ document: ReportDocument) {
        var lines = [SafeText.shown(document.title), SafeText.shown(document.subtitle)]
        if !document.troubles.isEmpty { lines.append("") }
        for trouble in document.troubles {
            lines += LineBreaks.lines(SafeText.shown(trouble), columns: 75).enumerated().map { index, line in
                (index == 0 ? "!! " : "   ") + line
            }
        }
        for section in document.sections { lines += [""] + Self.section(section) }
        text = lines.joined(separator: "\n")
    }

    private static func section(_ section: ReportDocument.Section) -> [String] {
        var lines = [section.heading]
        for paragraph in section.paragraphs {
            lines += LineBreaks.lines(SafeText.shown(paragraph), columns: 76).map { "  \($0)" }
        }
        let width = section.rows.map { ColumnWidth.of($0.name) }.max() ?? 0
        for row in section.rows {
            let gap = String(repeating: " ", count: width - ColumnWidth.of(row.name))
            lines.append("  \(row.name)\(gap)  \(SafeText.shown(row.value))")
        }
        if let header = section.table.first {
            var table = Table(header)
            for row in section.table.dropFirst() { table.add(row) }
            lines += table.text.split(separator: "\n").map { "  \($0)" }
        }
        return lines
    }
}
