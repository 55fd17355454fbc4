/// One key of the configuration: its name, what it may hold, and where its value goes.
///
/// `SettingKey.all` is the one table of keys that reading, checking and documenting go by.
public struct SettingKey: Sendable {
    /// The section's name, without brackets.
    public let section: String
    /// The key's name in its section.
    public let name: String
    /// What the key does, in one line.
    public let summary: String
    /// What it may hold, as messages say it.
    public let allowed: String
    /// What to do about a value that is not allowed, a full sentence.
    let remedy: String
    /// Puts a value into the settings; false when the key can't hold it.
    let assign: @Sendable (ConfigurationValue, inout Settings) -> Bool
    /// The value in the settings as TOML; none where an optional key is not set.
    private let written: @Sendable (Settings) -> String?

    /// Section and name, such as "camera.rotation".
    public var path: String { "\(section).\(name)" }

    /// The default as TOML; none where the key is optional and has no default.
    public var defaultValue: String? { written(Settings()) }

    /// The value that these settings hold, as TOML; none where an optional key is not set.
    public func value(in settings: Settings) -> String? { written(settings) }

    init<Value>(
        _ section: String, _ name: String, _ summary: String, allowed: String, remedy: String,
        in field: Field<Value>,
        read: @escaping @Sendable (ConfigurationValue) -> Value?, write: @escaping @Sendable (Value) -> String?
    ) {
        self.section = section
        self.name = name
        self.summary = summary
        self.allowed = allowed
        self.remedy = remedy
        assign = { found, settings in
            guard let value = read(found) else { return false }
            settings[keyPath: field] = value
            return true
        }
        written = { write($0[keyPath: field]) }
    }
}

// MARK: Kinds of keys

/// Where in the settings a key's value is.
typealias Field<Value> = any WritableKeyPath<Settings, Value> & Sendable

extension SettingKey {
    /// A text of 1 to 4096 characters without control characters.
    static func text(
        _ section: String, _ name: String, in field: Field<String>, allowed: String,
        _ summary: String
    ) -> SettingKey {
        SettingKey(
            section, name, summary, allowed: allowed, remedy: "Write a text in quotes.", in: field,
            read: { found in
                guard case .string(let text) = found, (1...4096).contains(text.utf8.count),
                    ConfigurationValue.shown(text) == text
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
            remedy: "Write one of these words in quotes.", in: field,
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

    // MARK: Reading and writing values

    /// A whole number is taken where a number is expected.
    private static func number(_ found: ConfigurationValue, in range: ClosedRange<Double>) -> Double? {
        switch found {
        case .number(let number) where range.contains(number): number
        case .integer(let number) where range.contains(Double(number)): Double(number)
        default: nil
        }
    }

    private static func disc(_ found: ConfigurationValue) -> ReferenceSettings.Region? {
        switch found {
        case .string("auto"):
            return .automatic
        case .table(let entries) where entries.count == 3:
            guard let x = entries["x"].flatMap({ number($0, in: 0...1280) }),
                let y = entries["y"].flatMap({ number($0, in: 0...1280) }),
                let radius = entries["radius"].flatMap({ number($0, in: 1...200) })
            else { return nil }
            return .disc(x: x, y: y, radius: radius)
        default:
            return nil
        }
    }

    private static func written(_ region: ReferenceSettings.Region) -> String {
        switch region {
        case .automatic: "\"auto\""
        case .disc(let x, let y, let radius): "{ x = \(x), y = \(y), radius = \(radius) }"
        }
    }

    /// "a, b or c".
    static func alternatives(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}
