import Settings

/// The files of the project's config folder.
enum ConfigurationFiles {
    static let reference = path("lintel.toml")
    static let demo = path("demo.toml")

    private static func path(_ name: String) -> String {
        let package = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        return "/\(package)/config/\(name)"
    }
}

/// What is wrong with this text, as it is printed; nothing when it is valid.
func complaint(_ text: String, overrides: [String] = []) -> String? {
    do {
        _ = try SettingsLoader.parse(text: text, file: "door.toml", overrides: overrides)
        return nil
    } catch {
        return error.description
    }
}
