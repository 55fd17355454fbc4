import ArgumentParser
import Capture
import Settings

/// `lintelctl replay`: runs recordings through the pipeline that the daemon runs.
struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run recordings through the screening pipeline and print what it decides.",
        discussion: """
            Prints one JSON object a line: screenings and passages as they are decided, and a summary for each recording. \
            Runs as fast as it can, on the recording's own clock.

            Exit codes: 0 all files were read, 65 a file is damaged (its good frames are used, and the rest still run), \
            78 the configuration is not valid.
            """)

    @OptionGroup var configuration: SettingsOptions

    @Flag(help: "Also print a line a frame: the reference body and the state in words.")
    var trace = false

    @Argument(help: ArgumentHelp("CPTV recordings.", valueName: "recording"))
    var recordings: [String]

    func run() throws {
        let settings = try configuration.load()
        var damaged = false
        for path in recordings {
            do {
                try ReplayRun(path: path, settings: settings, trace: trace).run { print($0) }
            } catch {
                StandardError.write("\(error)\n")
                damaged = true
            }
        }
        if damaged { throw ExitCode(65) }
    }
}
