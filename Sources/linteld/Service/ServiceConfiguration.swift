import Settings

/// Where the daemon's configuration comes from, at the start and at every reload.
struct ServiceConfiguration: Sendable {
    let path: String
    /// `KEY=VALUE` of the command line; they win over the file.
    let overrides: [String]

    func load() throws(SettingsError) -> Settings {
        try SettingsLoader.load(path: path, overrides: overrides)
    }
}
