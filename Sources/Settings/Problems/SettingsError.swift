/// A configuration that is not used, with everything that is wrong with it, in the order of the file.
public struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The exit code of a program that can't use its configuration (EX_CONFIG of sysexits.h).
    public static let exitCode: Int32 = 78

    /// Never empty.
    public let problems: [SettingsProblem]

    init(_ problems: [SettingsProblem]) {
        // Sorted by hand to stay stable: problems of one line keep the order in which they were found.
        self.problems = problems.enumerated()
            .sorted { ($0.element.place.order, $0.offset) < ($1.element.place.order, $1.offset) }
            .map(\.element)
    }

    /// Every problem, two lines each.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
