/// lintel.toml(5), from the comments of the reference configuration: a paragraph before a section or a key is about it.
struct ConfigurationPage {
    let page: ManualPage

    init(_ text: String) {
        var page = ManualPage("lintel.toml", section: 5, abstract: "configuration of a Lintel gate")
        page.section("DESCRIPTION")
        page.paragraph(
            "One TOML file a door: /etc/lintel/lintel.toml, and /etc/lintel/NAME.toml for linteld@NAME.service. Every key is "
                + "optional; it is shown here with its default, or with an example where it has none.")
        var comment: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let name = Self.section(line) {
                page.section("[\(name)]")
                Self.put(comment, on: &page)
                comment = []
            } else if let (key, value) = Self.key(line) {
                let term = "\(Roff.bold(key)) = \(Roff.escaped(value))"
                if comment.isEmpty { page.item(term, []) } else { page.item(term, [comment.joined(separator: " ")]) }
                comment = []
            } else if line.hasPrefix("# ") {
                // The first line of a section says when a change of it is applied.
                if line.hasPrefix("# Applied by") {
                    page.paragraph(String(line.dropFirst(2)))
                } else {
                    comment.append(String(line.dropFirst(2)))
                }
            } else {
                Self.put(comment, on: &page)
                comment = []
            }
        }
        page.section("SEE ALSO")
        page.raw(Roff.line("lintelctl-check(1), linteld(8)"))
        self.page = page
    }

    private static func put(_ comment: [String], on page: inout ManualPage) {
        if !comment.isEmpty { page.paragraph(comment.joined(separator: " ")) }
    }

    private static func section(_ line: String) -> String? {
        line.wholeMatch(of: /\[([a-z_]+)\]/).map { String($0.output.1) }
    }

    /// A key with its value; one that is commented out is an example.
    private static func key(_ line: String) -> (String, String)? {
        line.wholeMatch(of: /(?:# )?([a-z][a-z0-9_]*) = (.+)/).map { (String($0.output.1), String($0.output.2)) }
    }
}
