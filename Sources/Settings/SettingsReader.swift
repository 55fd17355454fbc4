/// Turns values into settings section by section and collects every problem on the way.
struct SettingsReader {
    private(set) var settings = Settings()
    private(set) var problems: [SettingsProblem] = []
    /// Where each key that was set comes from, by its path.
    private var places: [String: SettingsPlace] = [:]
    /// Where a key that nobody set would stand.
    private let unset: SettingsPlace

    init(file: String?) {
        unset = file.map { .file($0, line: nil, column: nil) } ?? .override
    }

    /// Where the key's value comes from.
    func place(of path: String) -> SettingsPlace { places[path] ?? unset }

    mutating func report(_ problem: SettingsProblem) { problems.append(problem) }

    // MARK: The file

    /// Reads these sections, each for itself; other tables and keys at the root are unknown unless `only` limits the view.
    mutating func read(_ text: ConfigurationText, only sections: [String]? = nil) {
        for (name, value) in text.root.sorted(by: { $0.key < $1.key }) {
            if let sections, !sections.contains(name) { continue }
            guard SettingKey.sections.contains(name) else {
                reportUnknown(name, value, at: text.place(name))
                continue
            }
            guard case .table(let entries) = value else {
                report(
                    SettingsProblem(
                        place: text.place(name), key: name, found: value.found, allowed: "a section",
                        remedy: "Write [\(name)] on a line of its own and its keys below."))
                continue
            }
            read(entries, of: name, in: text)
        }
    }

    private mutating func read(_ entries: [String: ConfigurationValue], of section: String, in text: ConfigurationText)
    {
        for (name, value) in entries.sorted(by: { $0.key < $1.key }) {
            let place = text.place(section, name)
            guard let key = SettingKey.keys(of: section).first(where: { $0.name == name }) else {
                reportUnknown(name, of: section, at: place)
                continue
            }
            assign(value, to: key, from: place)
        }
    }

    // MARK: The command line

    mutating func read(_ override: SettingOverride) {
        if let key = SettingKey.all.first(where: { $0.path == override.path }) {
            assign(override.value, to: key, from: .override)
            return
        }
        let path = ConfigurationValue.shown(override.path)
        let nearest = NearestName.of(override.path, in: SettingKey.all.map(\.path))
        report(
            SettingsProblem(
                place: .override, key: path, found: "an unknown key",
                allowed: nearest.map { "the nearest key \($0)" }
                    ?? "a section, a dot and a key, such as camera.rotation",
                remedy: nearest.map { "Did you mean \($0)?" } ?? "Every key stands in config/lintel.toml."))
    }

    // MARK: Keys

    private mutating func assign(_ value: ConfigurationValue, to key: SettingKey, from place: SettingsPlace) {
        places[key.path] = place
        if key.assign(value, &settings) { return }
        var nearest: String?
        if case .string(let word) = value { nearest = NearestName.of(word, in: key.words) }
        report(
            SettingsProblem(
                place: place, key: key.path, found: value.found, allowed: key.allowed,
                remedy: nearest.map { "Did you mean \"\($0)\"?" } ?? key.remedy))
    }

    private mutating func reportUnknown(_ name: String, of section: String, at place: SettingsPlace) {
        let known = SettingKey.keys(of: section).map(\.name)
        let nearest = NearestName.of(name, in: known)
        let home = SettingKey.all.first { $0.name == name }
        report(
            SettingsProblem(
                place: place, key: "\(section).\(ConfigurationValue.shown(name))", found: "an unknown key",
                allowed: SettingKey.alternatives(known),
                remedy: nearest.map { "Did you mean \($0)?" } ?? home.map { "Write it under [\($0.section)]." }
                    ?? "Remove it."))
    }

    private mutating func reportUnknown(_ name: String, _ value: ConfigurationValue, at place: SettingsPlace) {
        let known = SettingKey.sections
        let nearest = NearestName.of(name, in: known)
        let homes = SettingKey.all.filter { $0.name == name }.map { "[\($0.section)]" }
        let isTable = if case .table = value { true } else { false }
        report(
            SettingsProblem(
                place: place, key: ConfigurationValue.shown(name),
                found: isTable ? "an unknown section" : "an unknown key",
                allowed: "the sections " + SettingKey.alternatives(known),
                remedy: homes.isEmpty
                    ? nearest.map { "Did you mean [\($0)]?" } ?? "Remove it."
                    : "Write it under \(SettingKey.alternatives(homes))."))
    }
}
