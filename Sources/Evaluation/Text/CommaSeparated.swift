/// One line of comma-separated values (RFC 4180, a field within one line).
enum CommaSeparated {
    /// The fields without blanks and quotation marks around them; `nil` when a quotation mark is not closed.
    static func fields(of line: String) -> [String]? {
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var wasQuoted = false
        var rest = line.unicodeScalars[...]
        while let character = rest.popFirst() {
            if isQuoted {
                if character != "\"" {
                    field.unicodeScalars.append(character)
                } else if rest.first == "\"" {
                    rest.removeFirst()
                    field += "\""
                } else {
                    isQuoted = false
                }
            } else if character == "," {
                fields.append(wasQuoted ? field : trimmed(field))
                field = ""
                wasQuoted = false
            } else if character == "\"", trimmed(field).isEmpty, !wasQuoted {
                field = ""
                isQuoted = true
                wasQuoted = true
            } else if !wasQuoted {
                field.unicodeScalars.append(character)
            } else if character != " ", character != "\t" {
                return nil
            }
        }
        guard !isQuoted else { return nil }
        return fields + [wasQuoted ? field : trimmed(field)]
    }

    private static func trimmed(_ text: String) -> String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let start = text.drop(while: isBlank)
        return String(start.reversed().drop(while: isBlank).reversed())
    }
}
