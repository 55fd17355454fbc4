import Crypto
import Settings

/// Where the daemon's configuration comes from, at the start and at every reload.
struct ServiceConfiguration: Sendable {
    let path: String
    /// `KEY=VALUE` of the command line; they win over the file.
    let overrides: [String]

    /// SHA-256 of the file as it is now, 64 hexadecimal digits; none where it can't be read.
    var hash: String? {
        SystemLinteld.bytes(of: path).map { SHA256.hash(data: $0).hexadecimal }
    }

    func load() throws(SettingsError) -> Settings {
        try SettingsLoader.load(path: path, overrides: overrides)
    }
}
