/// The kinds of keys.
extension SettingKey {
    /// A text that is one of these words.
    static func word(
        _ section: String, _ name: String, in field: Field<String>, of words: [String], _ summary: String
    ) -> SettingKey {
        SettingKey(
            section, name, summary, allowed: alternatives(words.map(ConfigurationValue.quoted)),
            remedy: "Write one of these words in quotes.", words: words, in: field,
            read: { found in
                guard case .string(let word) = found, words.contains(word) else { return nil }
                return word
            },
            write: ConfigurationValue.quoted)
    }

    /// A device: one of these words, a path, or the stable identity of a camera.
    static func device(
        _ section: String, _ name: String, in field: Field<String>, words: [String], _ summary: String
    ) -> SettingKey {
        SettingKey(
            section, name, summary,
            allowed: words.map(ConfigurationValue.quoted).joined(separator: ", ")
                + ", a path or a camera's stable identity",
            remedy: "Write one of these in quotes; `lintelctl cameras` lists paths and identities.", words: words,
            in: field,
            read: { found in
                guard case .string(let text) = found, text.utf8.count <= 4096, ConfigurationValue.shown(text) == text,
                    words.contains(text) || isPath(text) || isIdentity(text)
                else { return nil }
                return text
            },
            write: ConfigurationValue.quoted)
    }

    /// One of a few words.
    static func choice<Choice: CaseIterable & RawRepresentable<String> & Sendable>(
        _ section: String, _ name: String, in field: Field<Choice>, _ summary: String
    ) -> SettingKey {
        SettingKey(
            section, name, summary,
            allowed: alternatives(Choice.allCases.map { ConfigurationValue.quoted($0.rawValue) }),
            remedy: "Write one of these words in quotes.", words: Choice.allCases.map(\.rawValue), in: field,
            read: { found in
                guard case .string(let word) = found else { return nil }
                return Choice(rawValue: word)
            },
            write: { ConfigurationValue.quoted($0.rawValue) })
    }

    /// One of a few whole numbers.
    static func choice<Choice: CaseIterable & RawRepresentable<Int> & Sendable>(
        _ section: String, _ name: String, in field: Field<Choice>, _ summary: String
    ) -> SettingKey {
        SettingKey(
            section, name, summary, allowed: alternatives(Choice.allCases.map { String($0.rawValue) }),
            remedy: "Write one of these numbers without quotes.", in: field,
            read: { found in
                guard case .integer(let number) = found else { return nil }
                return Choice(rawValue: number)
            },
            write: { String($0.rawValue) })
    }

    /// A whole number.
    static func integer<Value: FixedWidthInteger & Sendable>(
        _ section: String, _ name: String, in field: Field<Value>,
        _ range: ClosedRange<Int>, _ summary: String
    ) -> SettingKey {
        let span =
            range.upperBound == .max ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
        return SettingKey(
            section, name, summary, allowed: "a whole number, \(span)",
            remedy: "Write a whole number without quotes.", in: field,
            read: { found in
                guard case .integer(let number) = found, range.contains(number) else { return nil }
                return Value(exactly: number)
            },
            write: { String($0) })
    }

    /// A number, with or without a decimal point.
    static func number(
        _ section: String, _ name: String, in field: Field<Double>,
        _ range: ClosedRange<Double>, _ unit: String, _ summary: String
    ) -> SettingKey {
        SettingKey(
            section, name, summary, allowed: "\(range.lowerBound) to \(range.upperBound) \(unit)",
            remedy: "Write a number of this range without quotes.", in: field,
            read: { number($0, in: range) }, write: { String($0) })
    }

    /// A number that may be left out.
    static func optionalNumber(
        _ section: String, _ name: String, in field: Field<Double?>,
        _ range: ClosedRange<Double>, _ unit: String, _ summary: String
    ) -> SettingKey {
        SettingKey(
            section, name, summary, allowed: "\(range.lowerBound) to \(range.upperBound) \(unit), or no such key",
            remedy: "Write a number of this range without quotes, or leave the key out.", in: field,
            read: { number($0, in: range).map(Optional.some) }, write: { $0.map { String($0) } })
    }

    /// "auto" or a disc.
    static func region(
        _ section: String, _ name: String,
        in field: Field<ReferenceSettings.Region>, _ summary: String
    ) -> SettingKey {
        SettingKey(
            section, name, summary,
            allowed: "\"auto\" or { x = 0 to 1280, y = 0 to 1280, radius = 1 to 200 } in upright pixels",
            remedy: "Write \"auto\", or a disc such as { x = 20, y = 30, radius = 6 }.", in: field,
            read: disc, write: written)
    }

    /// What is dropped at each side.
    static func crop(_ section: String, _ name: String, in field: Field<Crop>, _ summary: String) -> SettingKey {
        SettingKey(
            section, name, summary,
            allowed: "{ left = 0 to 8192, top = 0 to 8192, right = 0 to 8192, bottom = 0 to 8192 }",
            remedy: "Write the columns and rows to drop, such as { left = 0, top = 0, right = 0, bottom = 2 }.",
            in: field, read: crop, write: written)
    }
}
