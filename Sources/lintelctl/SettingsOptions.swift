import ArgumentParser
import Settings

/// The options of a command that uses the configuration without being the daemon.
struct SettingsOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The configuration; without it the defaults.", valueName: "file"))
    var config: String?

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: ArgumentHelp("Set one key, such as camera.rotation=90; may be repeated.", valueName: "key=value"))
    var overrides: [String] = []

    /// The settings; says what is wrong with them on standard error.
    ///
    /// - Parameter changes: keys set before those that the user sets.
    /// - Throws: `ExitCode` 78.
    func load(_ changes: [String] = []) throws -> Settings {
        do {
            guard let config else { return try SettingsLoader.defaults(overrides: changes + overrides) }
            return try SettingsLoader.load(path: config, overrides: changes + overrides)
        } catch {
            StandardError.write("\(error)\n")
            throw ExitCode(SettingsError.exitCode)
        }
    }
}
