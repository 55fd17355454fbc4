import ArgumentParser
import Journal
import Logging
import Settings

/// The command line of the daemon.
@main
struct LinteldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linteld",
        abstract: "Watch a door through a thermal camera and decide who may enter.",
        discussion: """
            Runs until it is stopped by SIGINT or SIGTERM, a recording ends or the given seconds are over, and ends \
            with a summary on standard output. Log lines go to the journal when systemd started it, to standard error \
            otherwise.

            Exit codes: 0 ended as asked, 64 a wrong command line, 65 a damaged recording, 69 no such camera, 78 an error in the configuration.
            """)

    @Option(name: .long, help: ArgumentHelp("The configuration of this door.", valueName: "file"))
    var config: String

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: ArgumentHelp("Override one key of the configuration; may be repeated.", valueName: "key=value"))
    var overrides: [String] = []

    @Option(name: .long, help: "End after this many seconds.")
    var seconds: Double?

    @Option(
        name: .long,
        help: "The live picture, for the simulated camera only: auto shows it where standard output is a terminal.")
    var picture = PictureMode.auto

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Where state is kept; default $STATE_DIRECTORY. Nothing is written there yet.", valueName: "directory"))
    var stateDirectory: String?

    func validate() throws {
        if let seconds, !(0.001...31_536_000).contains(seconds) {
            throw ValidationError("--seconds is a number from 0.001 to 31536000.")
        }
    }

    func run() throws {
        SystemLinteld.forbidDumps()
        do throws(ServiceFailure) {
            let settings = try loadSettings()
            let log = Log.bootstrap(program: "linteld")
            // The log has its own thread: what it still holds is written before the summary.
            defer { _ = log.flush() }
            let service = DoorService(
                settings: settings, logger: Logger(label: "linteld"), seconds: seconds, pictureMode: picture)
            let summary = try service.run()
            _ = log.flush()
            print(summary.text, terminator: "")
            if let failure = summary.failure { throw failure }
        } catch {
            SystemLinteld.complain("linteld: \(error.message)")
            throw error.exitCode
        }
    }

    private func loadSettings() throws(ServiceFailure) -> Settings {
        do throws(SettingsError) {
            return try SettingsLoader.load(path: config, overrides: overrides)
        } catch {
            throw .configuration(error.description)
        }
    }
}

/// When the live picture is shown.
enum PictureMode: String, CaseIterable, ExpressibleByArgument {
    case auto
    case always
    case never
}
