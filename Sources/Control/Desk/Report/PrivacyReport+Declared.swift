extension PrivacyReport {
    /// What one purpose keeps.
    public struct Purpose: Hashable, Sendable {
        /// Such as "entry_log".
        public var name: String
        public var isSensitive: Bool
        /// Such as "time" and "direction".
        public var items: [String]
        /// The retention in force, seconds.
        public var retention: Int64

        public init(name: String, isSensitive: Bool, items: [String], retention: Int64) {
            self.name = name
            self.isSensitive = isSensitive
            self.items = items
            self.retention = retention
        }
    }

    /// The notice in one language.
    public struct Notice: Hashable, Sendable {
        public var language: String
        public var version: String
        /// SHA-256, 64 hexadecimal digits.
        public var hash: String

        public init(language: String, version: String, hash: String) {
            self.language = language
            self.version = version
            self.hash = hash
        }
    }

    /// The configuration in force.
    public struct Configuration: Hashable, Sendable {
        /// Its file; none where the daemon runs on its defaults.
        public var path: String?
        /// SHA-256 of the file's bytes, 64 hexadecimal digits.
        public var hash: String?

        public init(path: String?, hash: String?) {
            self.path = path
            self.hash = hash
        }
    }
}
