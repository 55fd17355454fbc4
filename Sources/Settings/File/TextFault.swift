/// Why a text is refused before TOMLKit sees it.
enum TextFault: Error, Hashable, Sendable {
    /// Tables and arrays in one another: TOMLKit destroys them recursively.
    case tooDeep
    /// A NUL, as it is or as an escape: TOMLKit cuts strings at it.
    case nul
    /// Not TOML; what was expected instead.
    case notTOML(String)

    /// The problem as the reader is told of it.
    func problem(file: String, line: Int, column: Int) -> SettingsProblem {
        switch self {
        case .tooDeep:
            SettingsProblem(
                place: .file(file, line: line, column: nil),
                fault: "found tables nested too deeply, allowed \(KeyPositions.deepest) levels",
                remedy: "Remove this line; no key of Lintel is deeper than three levels.")
        case .nul:
            SettingsProblem(
                place: .file(file, line: line, column: nil), fault: "found a NUL character, allowed any other text",
                remedy: "Remove the NUL; no key or value of Lintel holds one.")
        case .notTOML(let cause):
            SettingsProblem(
                place: .file(file, line: line, column: column), fault: "not valid TOML: \(cause)",
                remedy: "Correct this line; the format is described at https://toml.io.")
        }
    }
}
