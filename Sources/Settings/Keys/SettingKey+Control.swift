extension SettingKey {
    /// The longest path of a control socket: sun_path of unix(7) less room for the name that it is made under.
    private static let longestSocketPath = 103

    /// "auto", "off" or an absolute path.
    static func socket(
        _ section: String, _ name: String, in field: Field<ControlSettings.Socket>, _ summary: String
    ) -> SettingKey {
        SettingKey(
            section, name, summary,
            allowed: "\"auto\", \"off\" or an absolute path of at most \(longestSocketPath) bytes",
            remedy: "Write one of these in quotes.", words: ["auto", "off"], in: field,
            read: { found in
                switch found {
                case .string("auto"): .automatic
                case .string("off"): .off
                case .string(let path)
                where path.hasPrefix("/") && path.utf8.count <= longestSocketPath
                    && ConfigurationValue.shown(path) == path:
                    .path(path)
                default: nil
                }
            },
            write: { socket in
                switch socket {
                case .automatic: "\"auto\""
                case .off: "\"off\""
                case .path(let path): ConfigurationValue.quoted(path)
                }
            })
    }

    /// The name of a group, as Debian's adduser(8) allows it.
    static func group(_ section: String, _ name: String, in field: Field<String>, _ summary: String) -> SettingKey {
        SettingKey(
            section, name, summary, allowed: "a group's name: a-z, 0-9, _ and -, at most 32",
            remedy: "Write the name of a group in quotes; it need not exist yet.", in: field,
            read: { found in
                guard case .string(let group) = found, isGroupName(group) else { return nil }
                return group
            },
            write: ConfigurationValue.quoted)
    }

    private static func isGroupName(_ name: String) -> Bool {
        guard (1...32).contains(name.utf8.count), let first = name.utf8.first else { return false }
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        guard letters.contains(first) || first == UInt8(ascii: "_") else { return false }
        return name.utf8.allSatisfy {
            letters.contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
                || $0 == UInt8(ascii: "-")
        }
    }
}
