/// The privacy report as an HTML document to print and file. Nothing is loaded from anywhere.
struct ReportPage {
    let html: String

    init(_ document: ReportDocument) {
        let troubles = document.troubles.map { "<li>\(SafeText.markup($0))</li>" }.joined(separator: "\n")
        html = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(SafeText.markup(document.title))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <h1>\(SafeText.markup(document.title))</h1>
            <p class="subtitle">\(SafeText.markup(document.subtitle))</p>
            \(troubles.isEmpty ? "<p class=\"sound\">Nothing needs attention.</p>" : "<ul class=\"troubles\">\(troubles)</ul>")
            \(document.sections.map(Self.section).joined(separator: "\n"))
            <p class="signature">Filed by: <span></span> Date: <span></span></p>
            </body>
            </html>

            """
    }

    private static func section(_ section: ReportDocument.Section) -> String {
        let paragraphs = section.paragraphs.map { "<p>\(SafeText.markup($0))</p>" }.joined()
        let rows = section.rows.map { row in
            "<tr><th scope=\"row\">\(SafeText.markup(row.name))</th><td>\(SafeText.markup(row.value))</td></tr>"
        }
        let facts = rows.isEmpty ? "" : "<table class=\"facts\">\(rows.joined())</table>"
        return "<h2>\(SafeText.markup(section.heading))</h2>\n\(paragraphs)\(facts)\(table(section.table))"
    }

    private static func table(_ table: [[String]]) -> String {
        guard let header = table.first else { return "" }
        let head = header.map { "<th scope=\"col\">\(SafeText.markup($0))</th>" }.joined()
        let rows = table.dropFirst().map { row in
            "<tr>\(row.map { "<td>\(SafeText.markup($0))</td>" }.joined())</tr>"
        }
        return
            "<table class=\"list\"><thead><tr>\(head)</tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody></table>"
    }

    private static let style = """
        @page { size: A4; margin: 18mm; }
        body { max-width: 190mm; margin: 10mm auto; color: #111; background: #fff; font: 10.5pt/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 18pt; margin: 0; }
        h2 { font-size: 12pt; margin: 7mm 0 1mm; break-after: avoid; }
        p { margin: 0 0 2mm; }
        .subtitle { color: #444; margin-bottom: 4mm; }
        .troubles { border: 0.6mm solid #a00; padding: 3mm 3mm 3mm 8mm; }
        .sound { border: 0.6mm solid #2a6; padding: 3mm; }
        table { border-collapse: collapse; width: 100%; margin-bottom: 2mm; }
        th, td { text-align: left; vertical-align: top; padding: 0.8mm 2mm; border-bottom: 0.2mm solid #999; }
        .facts th { width: 42mm; font-weight: normal; color: #444; }
        .list { font-size: 9pt; }
        tr { break-inside: avoid; }
        .signature { margin-top: 14mm; }
        .signature span { display: inline-block; width: 55mm; border-bottom: 0.3mm solid #111; margin-right: 6mm; }
        @media print { body { margin: 0; max-width: none; } }
        """
}
