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
    /// Whether a reload applies a changed value at once; others need a restart.
    public private(set) var appliesOnReload = false
    /// Copies the key's value from other settings.
    let copy: @Sendable (_ from: Settings, _ to: inout Settings) -> Void
    /// The words that it takes, by which a misspelt one is recognised.
    let words: [String]
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
        words: [String] = [], in field: Field<Value>,
        read: @escaping @Sendable (ConfigurationValue) -> Value?, write: @escaping @Sendable (Value) -> String?
    ) {
        self.section = section
        self.name = name
        self.summary = summary
        self.allowed = allowed
        self.remedy = remedy
        self.words = words
        assign = { found, settings in
            guard let value = read(found) else { return false }
            settings[keyPath: field] = value
            return true
        }
        copy = { from, to in to[keyPath: field] = from[keyPath: field] }
        written = { write($0[keyPath: field]) }
    }

    /// The same key, applied by a reload.
    func applyingOnReload() -> SettingKey {
        var key = self
        key.appliesOnReload = true
        return key
    }
}

/// Where in the settings a key's value is.
typealias Field<Value> = any WritableKeyPath<Settings, Value> & Sendable
