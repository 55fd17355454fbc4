import ArgumentParser
import Settings

/// `lintelctl check FILE`: validates a configuration without using it.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a configuration and name everything that is wrong with it.",
        discussion: """
            Reads the file as linteld does. Every problem is named with its line, what was found, what is allowed and \
            what to do.

            Exit codes: 0 valid, 78 not valid or not readable.
            """)

    @Argument(help: ArgumentHelp("The configuration to check.", valueName: "file"))
    var file: String

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: ArgumentHelp("Override one key, such as camera.rotation=90; may be repeated.", valueName: "key=value"))
    var overrides: [String] = []

    @Flag(name: .long, help: "Print nothing about a valid configuration.")
    var quiet = false

    func run() throws {
        do {
            let settings = try SettingsLoader.load(path: file, overrides: overrides)
            guard !quiet else { return }
            print("\(file): valid")
            print(CheckSummary(settings).text)
        } catch {
            let count = error.problems.count
            StandardError.write("\(error)\n\(count) \(count == 1 ? "problem" : "problems")\n")
            throw ExitCode(SettingsError.exitCode)
        }
    }
}
