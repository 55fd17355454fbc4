/// Notices as one HTML document: a page of A4 for each sign, then its notice. Nothing is loaded from anywhere.
struct NoticePage {
    let html: String

    init(_ documents: [NoticeDocument]) {
        let pages = documents.map { Self.sign($0) + Self.notice($0) }.joined(separator: "\n")
        let first = documents.first
        html = """
            <!DOCTYPE html>
            <html lang="\(SafeText.markup(first?.language ?? "en"))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(SafeText.markup(first?.sign.title ?? ""))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            \(pages)
            </body>
            </html>

            """
    }

    private static func sign(_ document: NoticeDocument) -> String {
        let sign = document.sign
        return """
            <section class="sheet sign" lang="\(SafeText.markup(document.language))">
            <h1>\(SafeText.markup(sign.title))</h1>
            <p class="statement">\(SafeText.markup(sign.statement))</p>
            \(paragraphs(sign.paragraphs))
            \(sign.blocks.map { block($0, level: 2) }.joined(separator: "\n"))
            \(footer(document))
            </section>
            """
    }

    private static func notice(_ document: NoticeDocument) -> String {
        """

        <section class="sheet notice" lang="\(SafeText.markup(document.language))">
        <h1>\(SafeText.markup(document.notice.title))</h1>
        \(document.notice.sections.map { block($0, level: 2) }.joined(separator: "\n"))
        \(footer(document))
        </section>
        """
    }

    private static func block(_ section: NoticeDocument.Section, level: Int) -> String {
        let rows = section.rows.map { row in
            let head =
                row.name.isEmpty ? "<td colspan=\"2\">" : "<th scope=\"row\">\(SafeText.markup(row.name))</th><td>"
            return "<tr>\(head)\(SafeText.markup(row.value))</td></tr>"
        }
        let table = rows.isEmpty ? "" : "\n<table>\(rows.joined())</table>"
        return "<h\(level)>\(SafeText.markup(section.heading))</h\(level)>\n\(paragraphs(section.paragraphs))\(table)"
    }

    private static func paragraphs(_ paragraphs: [String]) -> String {
        paragraphs.map { "<p>\(SafeText.markup($0))</p>" }.joined(separator: "\n")
    }

    private static func footer(_ document: NoticeDocument) -> String {
        "<footer>\(document.footer.map(SafeText.markup).joined(separator: "<br>"))</footer>"
    }

    private static let style = """
        @page { size: A4; margin: 15mm; }
        body { margin: 0; color: #111; background: #fff; font-family: system-ui, "Noto Sans CJK KR", sans-serif; line-height: 1.4; }
        .sheet { max-width: 180mm; margin: 10mm auto; break-after: page; overflow-wrap: anywhere; }
        .sheet:last-child { break-after: auto; }
        h1 { font-size: 22pt; line-height: 1.2; margin: 0 0 6mm; }
        h2 { font-size: 13pt; margin: 6mm 0 1mm; break-after: avoid; }
        p { margin: 0 0 2mm; }
        .sign { font-size: 14pt; }
        .sign h1 { font-size: 30pt; }
        .statement { font-size: 20pt; font-weight: bold; border: 1mm solid #111; padding: 5mm; }
        .notice { font-size: 11pt; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: 1mm 2mm; border-bottom: 0.2mm solid #999; }
        th { width: 45mm; font-weight: normal; color: #444; }
        footer { margin-top: 8mm; font-size: 8pt; color: #444; font-family: monospace; }
        @media print { .sheet { margin: 0; max-width: none; } }
        """
}
