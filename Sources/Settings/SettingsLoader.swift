/// Reads the configuration of one door.
public enum SettingsLoader {
    /// Reads a file and validates it, then the overrides.
    ///
    /// - Parameters:
    ///   - path: a TOML file of at most 1 MiB.
    ///   - overrides: `KEY=VALUE` of the command line, such as "camera.rotation=90"; they win over the file.
    /// - Throws: every problem of file and overrides at once; one alone when the file can't be read or is not TOML.
    public static func load(path: String, overrides: [String] = []) throws(SettingsError) -> Settings {
        try parse(text: SystemSettingsFile.read(path), file: path, overrides: overrides)
    }

    /// Validates a text.
    ///
    /// - Parameters:
    ///   - text: TOML.
    ///   - file: the name that messages give it.
    ///   - overrides: `KEY=VALUE` of the command line; they win over the text.
    /// - Throws: every problem at once; one alone when the text is not TOML.
    public static func parse(text: String, file: String, overrides: [String] = []) throws(SettingsError) -> Settings {
        var reader = SettingsReader(file: file)
        reader.read(try ConfigurationText(text, file: file))
        return try finish(&reader, overrides)
    }

    /// The defaults, changed by overrides.
    public static func defaults(overrides: [String]) throws(SettingsError) -> Settings {
        var reader = SettingsReader(file: nil)
        return try finish(&reader, overrides)
    }

    /// Validates `[gate]` alone: a text whose other sections are wrong still gives its gate.
    ///
    /// - Throws: every problem of `[gate]`; one alone when the text is not TOML.
    public static func parseGate(text: String, file: String) throws(SettingsError) -> GateSettings {
        var reader = SettingsReader(file: file)
        reader.read(try ConfigurationText(text, file: file), only: ["gate"])
        guard reader.problems.isEmpty else { throw SettingsError(reader.problems) }
        return reader.settings.gate
    }

    private static func finish(_ reader: inout SettingsReader, _ overrides: [String]) throws(SettingsError) -> Settings
    {
        for argument in overrides {
            do {
                reader.read(try SettingOverride(argument))
            } catch {
                for problem in error.problems { reader.report(problem) }
            }
        }
        CombinationRules.check(&reader)
        guard reader.problems.isEmpty else { throw SettingsError(reader.problems) }
        return reader.settings
    }
}
