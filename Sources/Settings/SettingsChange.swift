/// What a changed configuration means for a daemon that runs.
public struct SettingsChange: Sendable {
    /// What is in use from here on: the running settings with the new values of the keys that apply at once.
    public let settings: Settings
    /// Keys whose new values are in use.
    public let applied: [SettingKey]
    /// Keys whose new values need a restart.
    public let needRestart: [SettingKey]

    /// - Parameters:
    ///   - running: the settings in use.
    ///   - new: the settings just read; valid.
    public init(from running: Settings, to new: Settings) {
        let changed = SettingKey.all.filter { $0.value(in: running) != $0.value(in: new) }
        applied = changed.filter(\.appliesOnReload)
        needRestart = changed.filter { !$0.appliesOnReload }
        settings = applied.reduce(into: running) { settings, key in key.copy(new, &settings) }
    }

    /// The change in words: "applied: screening.relative_c; needs a restart: camera.rotation".
    public var words: String {
        var parts: [String] = []
        if !applied.isEmpty { parts.append("applied: " + Self.list(applied)) }
        if !needRestart.isEmpty { parts.append("needs a restart: " + Self.list(needRestart)) }
        return parts.isEmpty ? "nothing changed" : parts.joined(separator: "; ")
    }

    private static func list(_ keys: [SettingKey]) -> String { keys.map(\.path).joined(separator: ", ") }
}
