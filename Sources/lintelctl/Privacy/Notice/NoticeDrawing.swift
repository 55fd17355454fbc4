/// A sign or a notice as SVG: one page of A4.
struct NoticeDrawing {
    let svg: String

    /// What does not fit, even in small letters.
    struct DoesNotFit: Error {}

    // Millimetres.
    private static let width = 210.0
    private static let height = 297.0
    private static let margin = 18.0
    private static let column = width - 2 * margin
    /// For the band above and the footer below.
    private static let bandHeight = 14.0
    private static let footerHeight = 16.0
    /// The smallest letters: 70 % of the intended size.
    private static let scales = stride(from: 1.0, through: 0.7, by: -0.02)

    static func sign(_ document: NoticeDocument) throws(DoesNotFit) -> NoticeDrawing {
        let sign = document.sign
        var blocks = [
            SheetBlock(text: sign.title, size: 11, isBold: true),
            SheetBlock(text: sign.statement, size: 8.4, isBold: true, space: 6, isFramed: true),
        ]
        blocks += sign.paragraphs.map { SheetBlock(text: $0, size: 5.4, space: 4) }
        for block in sign.blocks {
            blocks.append(SheetBlock(text: block.heading, size: 4.6, isBold: true, color: "#12506b", space: 6))
            blocks += block.paragraphs.map { SheetBlock(text: $0, size: 4.6, space: 1) }
        }
        return try NoticeDrawing(document, title: sign.title, blocks)
    }

    static func notice(_ document: NoticeDocument) throws(DoesNotFit) -> NoticeDrawing {
        var blocks = [SheetBlock(text: document.notice.title, size: 6.6, isBold: true)]
        for section in document.notice.sections {
            blocks.append(SheetBlock(text: section.heading, size: 3.8, isBold: true, color: "#12506b", space: 3.4))
            blocks += section.paragraphs.map { SheetBlock(text: $0, size: 3.6, space: 0.6) }
            blocks += section.rows.map { row in
                SheetBlock(
                    text: row.name.isEmpty ? row.value : "\(row.name): \(row.value)", size: 3.6, indent: 4, space: 0.4)
            }
        }
        return try NoticeDrawing(document, title: document.notice.title, blocks)
    }

    private init(_ document: NoticeDocument, title: String, _ blocks: [SheetBlock]) throws(DoesNotFit) {
        let room = Self.height - Self.margin - Self.bandHeight - Self.footerHeight - Self.margin / 2
        let scale = Self.scales.first { scale in
            blocks.reduce(0) { $0 + $1.height(scale: scale, width: Self.column) } <= room
        }
        guard let scale else { throw DoesNotFit() }
        var sheet = SheetWriter(left: Self.margin, top: Self.margin + Self.bandHeight, width: Self.column)
        for block in blocks { sheet.add(block, scale: scale) }
        sheet.move(to: Self.height - Self.margin / 2 - Self.footerHeight)
        for line in document.footer {
            sheet.add(SheetBlock(text: line, size: 2.8, isMonospaced: true, color: "#444444"), scale: 1)
        }
        svg = """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297" xml:lang="\
            \(SafeText.markup(document.language))">
            <title>\(SafeText.markup(title))</title>
            <rect width="210" height="297" fill="#ffffff"/>
            \(Self.band)
            \(sheet.elements.joined(separator: "\n"))
            </svg>

            """
    }

    /// A thermometer, so that the sign is known from afar.
    private static let band = """
        <rect width="210" height="22" fill="#12506b"/>
        <g fill="none" stroke="#ffffff" stroke-width="1.1" stroke-linecap="round">
        <path d="M 23 13.4 V 6.4 a 1.7 1.7 0 0 1 3.4 0 V 13.4 a 3 3 0 1 1 -3.4 0 Z"/>
        <path d="M 24.7 15.9 V 8.6" stroke="#ffb000"/>
        <path d="M 29 6.6 h 3 M 29 9.6 h 2 M 29 12.6 h 3"/>
        </g>
        """
}
