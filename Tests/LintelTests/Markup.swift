import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Whether markup is well formed, as an XML parser sees it.
enum Markup {
    /// - Returns: the fault and its line; nothing where there is none.
    static func fault(_ text: String) -> String? {
        let parser = XMLParser(data: Data(text.utf8))
        guard !parser.parse() else { return nil }
        return "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "unknown")"
    }

    /// Of HTML: its elements without an end are ended, and its style is left out.
    static func fault(ofHTML html: String) -> String? {
        fault(
            html.replacing("<!DOCTYPE html>", with: "").replacing(/<meta [^>]*>/, with: "").replacing("<br>", with: "")
                .replacing(/<style>[^<]*<\/style>/, with: ""))
    }
}
