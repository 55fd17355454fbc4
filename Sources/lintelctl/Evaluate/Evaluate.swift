import ArgumentParser
import Evaluation
import Settings

/// `lintelctl evaluate`: how well a door screens, held against what somebody saw in its recordings.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Score labelled recordings: found, missed, false, time to result, readings, reference body.",
        discussion: """
            The labels are a JSON file that says of each recording who presents when; docs/evaluation.md describes it. Every \
            labelled recording runs through the pipeline that the daemon runs, with the label's rotation and reference \
            temperature in place of the configured ones. Nothing is written.

            Exit codes: 65 labels or a recording can't be used, 78 the configuration is not valid.
            """)

    @Option(help: ArgumentHelp("What is to be seen in the recordings.", valueName: "labels.json"))
    var labels: String

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var configuration: SettingsOptions

    @Argument(help: ArgumentHelp("The directory with the recordings (CPTV).", valueName: "directory"))
    var directory: String

    func run() throws {
        let settings = try configuration.load()
        do {
            let known = try RecordingLabels(TextFile.read(labels), file: labels)
            let report = try RecordingsEvaluation(
                known, labelFile: labels, directory: directory, names: Directory.names(in: directory),
                settings: settings)
            print(json ? report.json : report.text)
        } catch {
            StandardError.write("\(error)\n")
            throw ExitCode(65)
        }
    }
}
