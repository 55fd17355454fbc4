import Settings

/// The keys that differ from their defaults, a line each.
struct CheckSummary {
    let text: String

    init(_ settings: Settings) {
        let changed = SettingKey.all.compactMap { key -> String? in
            guard let value = key.value(in: settings), value != key.defaultValue else { return nil }
            return "  \(key.path) = \(value)"
        }
        text = changed.isEmpty ? "  every key at its default" : changed.joined(separator: "\n")
    }
}
