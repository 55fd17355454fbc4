/// A notice for a terminal or a plain file, 78 columns wide.
struct NoticeText {
    let text: String

    init(_ document: NoticeDocument) {
        let sign = document.sign
        var lines = Self.title(sign.title) + [""] + Self.broken(sign.statement)
        for paragraph in sign.paragraphs { lines += [""] + Self.broken(paragraph) }
        for block in sign.blocks { lines += [""] + Self.section(block) }
        lines += ["", ""] + Self.title(document.notice.title)
        for section in document.notice.sections { lines += [""] + Self.section(section) }
        lines += [""] + document.footer
        text = lines.joined(separator: "\n")
    }

    private static let columns = 78

    private static func title(_ title: String) -> [String] {
        broken(title).flatMap { [$0] } + [String(repeating: "=", count: min(columns, ColumnWidth.of(title)))]
    }

    private static func section(_ section: NoticeDocument.Section) -> [String] {
        let rows = section.rows.flatMap { row in
            row.name.isEmpty ? indented(row.value) : indented("\(row.name): \(row.value)")
        }
        return broken(section.heading) + section.paragraphs.flatMap { indented($0, further: 0) } + rows
    }

    /// - Parameter further: blanks more before every line but the first.
    private static func indented(_ text: String, further: Int = 2) -> [String] {
        LineBreaks.lines(SafeText.shown(text), columns: columns - 2 - further).enumerated().map { index, line in
            String(repeating: " ", count: index == 0 ? 2 : 2 + further) + line
        }
    }

    private static func broken(_ text: String) -> [String] {
        LineBreaks.lines(SafeText.shown(text), columns: columns)
    }
}
