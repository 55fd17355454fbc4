// Kinds of keys that a notice needs.
extension SettingKey {
    /// A text of 1 to 4096 bytes without control characters.
    static func text(
        _ section: String, _ name: String, in field: Field<String>, allowed: String, _ summary: String
    ) -> SettingKey {
        SettingKey(
            section, name, summary, allowed: allowed, remedy: "Write a text in quotes.", in: field, read: plainText,
            write: ConfigurationValue.quoted)
    }

    /// A text that may be left out: 1 to 4096 characters without control characters.
    static func optionalText(
        _ section: String, _ name: String, in field: Field<String?>, allowed: String, _ summary: String
    ) -> SettingKey {
        SettingKey(
            section, name, summary, allowed: "\(allowed), or no such key",
            remedy: "Write a text in quotes, or leave the key out.", in: field,
            read: { plainText($0).map(Optional.some) }, write: { $0.map(ConfigurationValue.quoted) })
    }

    /// A span of time in seconds, written as a number and a unit.
    static func timeSpan(
        _ section: String, _ name: String, in field: Field<Int64>, _ range: ClosedRange<Int64>, _ summary: String
    ) -> SettingKey {
        SettingKey(
            section, name, summary,
            allowed: "\"\(TimeSpan.written(range.lowerBound))\" to \"\(TimeSpan.written(range.upperBound))\"",
            remedy: "Write a whole number and one of s, m, h, d, y in quotes, such as \"14d\".", in: field,
            read: { found in
                guard case .string(let text) = found, let seconds = TimeSpan.seconds(text), range.contains(seconds)
                else { return nil }
                return seconds
            },
            write: { "\"\(TimeSpan.written($0))\"" })
    }

    /// A list of the things that a record may hold.
    static func items(
        _ section: String, _ name: String, in field: Field<Set<RecordItem>>, of allowed: [RecordItem],
        _ summary: String
    ) -> SettingKey {
        SettingKey(
            section, name, summary,
            allowed: "a list of "
                + alternatives(allowed.map { ConfigurationValue.quoted($0.rawValue) }),
            remedy: "Write a list of these words, each once, such as [\"time\"], or [] to keep nothing.", in: field,
            read: { itemSet($0, of: allowed) },
            write: { chosen in
                "["
                    + allowed.filter(chosen.contains).map { ConfigurationValue.quoted($0.rawValue) }
                    .joined(separator: ", ") + "]"
            })
    }

    /// A text in one or more languages.
    static func translated(
        _ section: String, _ name: String, in field: Field<[String: String]>, _ summary: String
    ) -> SettingKey {
        SettingKey(
            section, name, summary, allowed: "a text for each language, such as { en = \"...\", ko = \"...\" }",
            remedy: "Write { LANGUAGE = \"text\" }, where LANGUAGE is two or three small letters (ISO 639).", in: field,
            read: translations,
            write: { texts in
                "{ "
                    + texts.sorted { $0.key < $1.key }.map { "\($0.key) = \(ConfigurationValue.quoted($0.value))" }
                    .joined(separator: ", ") + " }"
            })
    }

    private static func plainText(_ found: ConfigurationValue) -> String? {
        guard case .string(let text) = found, (1...4096).contains(text.utf8.count),
            ConfigurationValue.shown(text) == text
        else { return nil }
        return text
    }

    private static func itemSet(_ found: ConfigurationValue, of allowed: [RecordItem]) -> Set<RecordItem>? {
        guard case .array(let values) = found else { return nil }
        var items: Set<RecordItem> = []
        for value in values {
            guard case .string(let word) = value, let item = RecordItem(rawValue: word), allowed.contains(item),
                items.insert(item).inserted
            else { return nil }
        }
        return items
    }

    private static func translations(_ found: ConfigurationValue) -> [String: String]? {
        guard case .table(let entries) = found, !entries.isEmpty else { return nil }
        var texts: [String: String] = [:]
        for (language, value) in entries {
            guard (2...3).contains(language.utf8.count), language.allSatisfy({ ("a"..."z").contains($0) }),
                let text = plainText(value)
            else { return nil }
            texts[language] = text
        }
        return texts
    }
}
