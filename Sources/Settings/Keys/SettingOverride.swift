/// One `KEY=VALUE` of the command line, such as `camera.rotation=90`.
struct SettingOverride: Sendable {
    let path: String
    let value: ConfigurationValue

    /// Splits at the first "=". The value is read as TOML where it is TOML (`90`, `36.6`, `{ x = 1, y = 2, radius = 3 }`),
    /// else it is a text without its quotes (`simulated`, `/dev/video0`).
    init(_ argument: String) throws(SettingsError) {
        guard let equals = argument.firstIndex(of: "=") else {
            throw SettingsError([
                SettingsProblem(
                    place: .override, fault: "found \(ConfigurationValue.quoted(argument)), allowed KEY=VALUE",
                    remedy: "Write the section, a dot, the key, an equals sign and the value: camera.rotation=90.")
            ])
        }
        path = Self.trimmed(argument[..<equals])
        let text = Self.trimmed(argument[argument.index(after: equals)...])
        value = Self.value(text)
    }

    private static func value(_ text: String) -> ConfigurationValue {
        // A line end would let the value go on as further keys.
        guard !text.unicodeScalars.contains("\n"), !text.unicodeScalars.contains("#"),
            let parsed = try? ConfigurationText("value = \(text)", file: ""), let value = parsed.root["value"]
        else { return .string(text) }
        return value
    }

    private static func trimmed(_ text: Substring) -> String {
        let blanks: Set<Character> = [" ", "\t"]
        let start = text.drop { blanks.contains($0) }
        guard let last = start.lastIndex(where: { !blanks.contains($0) }) else { return "" }
        return String(start[...last])
    }
}
