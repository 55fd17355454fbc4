/// Where a setting comes from.
public enum SettingsPlace: Hashable, Sendable, CustomStringConvertible {
    /// The configuration file; line and column count from 1 and are absent where the whole file is meant.
    case file(String, line: Int?, column: Int?)
    /// The command line.
    case override

    /// `FILE`, `FILE:LINE`, `FILE:LINE:COLUMN` or `--set`.
    public var description: String {
        switch self {
        case .file(let name, let line?, let column?): "\(name):\(line):\(column)"
        case .file(let name, let line?, nil): "\(name):\(line)"
        case .file(let name, nil, _): name
        case .override: "--set"
        }
    }

    /// Puts problems in the order of the file, those of the command line last.
    var order: Int {
        switch self {
        case .file(_, let line, _): line ?? 0
        case .override: .max
        }
    }
}
