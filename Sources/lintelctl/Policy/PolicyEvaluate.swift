import ArgumentParser
import Evaluation
import Settings

/// `lintelctl policy evaluate`: sensitivity and specificity on people whose body temperature is known.
struct PolicyEvaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Tell how the configured thresholds do on people whose body temperature is known.",
        discussion: """
            The table has a header and a line a person, in the order in which they came: skin_c (measured skin \
            temperature, °C), febrile (1 where a clinical thermometer showed fever, else 0) and, where it is known, \
            ambient_c (the room's temperature, °C; else screening.room_c of the configuration). Other columns are not looked at.

            Prints the area under the receiver operating characteristic, sensitivity and specificity by the configured \
            threshold and by the one that meets --specificity, with 95 % intervals (DeLong, Wilson), and how they change with \
            bias, noise and drift of the camera.

            Exit codes: 65 the table has faults, 78 the configuration is not valid.
            """)

    @Flag(help: "Use the relative threshold over the people before, in the file's order.")
    var site = false

    @Option(help: "The specificity that a threshold is wanted for, 0.5 to 1.")
    var specificity = 0.95

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var configuration: SettingsOptions

    @Argument(help: ArgumentHelp("The table (comma-separated values).", valueName: "file.csv"))
    var table: String

    func validate() throws {
        guard (0.5...1).contains(specificity) else {
            throw ValidationError("--specificity is a number from 0.5 to 1.")
        }
    }

    func run() throws {
        let settings = try configuration.load()
        do {
            let people = try PolicyTable(TextFile.read(table), file: table)
            let report = PolicyEvaluation(
                people, file: table, mode: site ? .site : .absolute, settings: settings.screening,
                specificity: specificity)
            print(json ? report.json : report.text)
        } catch {
            StandardError.write("\(error)\n")
            throw ExitCode(65)
        }
    }
}
