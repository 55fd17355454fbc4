import TOMLKit

/// A configuration file as values and the lines they stand in.
struct ConfigurationText: Sendable {
    /// The sections and keys of the file's root.
    let root: [String: ConfigurationValue]
    /// Where every key stands.
    let positions: KeyPositions
    /// The file's name, as messages give it.
    let file: String

    /// Reads TOML.
    ///
    /// - Throws: one problem with line and column: not TOML, nested too deeply, or with a NUL in it.
    init(_ text: String, file: String) throws(SettingsError) {
        positions = KeyPositions(text)
        self.file = file
        if let refusal = positions.refusal {
            throw SettingsError([refusal.fault.problem(file: file, line: refusal.line, column: refusal.column)])
        }
        if let line = Self.lineOfNUL(in: text) {
            throw SettingsError([TextFault.nul.problem(file: file, line: line, column: 1)])
        }
        do {
            // A line end at the end, because TOMLKit takes some texts that stop inside a date for whole.
            root = Self.entries(of: try TOMLTable(string: text + "\n"))
        } catch let error as TOMLParseError {
            throw SettingsError([Self.problem(error, file: file)])
        } catch {
            throw SettingsError([
                SettingsProblem(
                    place: .file(file, line: nil, column: nil), fault: "not valid TOML: \(error)",
                    remedy: "Correct the file; the format is described at https://toml.io.")
            ])
        }
    }

    /// Where a key stands; the file alone when the file does not have it.
    func place(_ path: String...) -> SettingsPlace {
        .file(file, line: positions.line(of: path.map(KeyStep.key)), column: nil)
    }

    private static func lineOfNUL(in text: String) -> Int? {
        guard let index = text.utf8.firstIndex(of: 0) else { return nil }
        return 1 + text.utf8[..<index].count { $0 == UInt8(ascii: "\n") }
    }

    private static func problem(_ error: TOMLParseError, file: String) -> SettingsProblem {
        TextFault.notTOML(ConfigurationValue.shown(error.description))
            .problem(file: file, line: error.source.begin.line, column: error.source.begin.column)
    }

    /// TOMLKit's table iterator unwraps by force and its containers trap on bad indices, so keys are looked up one by one.
    private static func entries(of table: TOMLTable) -> [String: ConfigurationValue] {
        table.keys.reduce(into: [:]) { entries, key in
            entries[key] = table[key].flatMap(value)
        }
    }

    private static func value(_ node: any TOMLValueConvertible) -> ConfigurationValue? {
        switch node.type {
        case .string: node.string.map(ConfigurationValue.string)
        case .int: node.int.map(ConfigurationValue.integer)
        case .double: node.double.map(ConfigurationValue.number)
        case .bool: node.bool.map(ConfigurationValue.boolean)
        case .date, .time, .dateTime: .dateOrTime
        case .array:
            node.array.map { array in .array((0..<array.count).compactMap { value(array[$0]) }) }
        case .table: node.table.map { .table(entries(of: $0)) }
        }
    }
}
