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
            otherwise; the journal gets one line of counts in place of the summary. A camera that is absent is waited for. \
            SIGHUP reads the configuration again.

            Exit codes: 0 ended as asked, 64 a wrong command line, 65 a damaged recording, 69 a recording that can't be opened, \
            70 a stage did not stop in time, 78 an error in the configuration.
            """,
        version: "linteld \(Version.number)")

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
            "Where records and the log of their use are kept; default $STATE_DIRECTORY.", valueName: "directory"))
    var stateDirectory: String?

    func validate() throws {
        if let seconds, !(0.001...31_536_000).contains(seconds) {
            throw ValidationError("--seconds is a number from 0.001 to 31536000.")
        }
    }

    func run() throws {
        SystemLinteld.forbidDumps()
        SystemLinteld.keepFilesPrivate()
        let log = Log.bootstrap(program: "linteld")
        let logger = Logger(label: "linteld")
        // The log has its own thread: what it still holds is written before the end, and before the summary.
        defer { log.flush(seconds: Self.lastLines) }
        do throws(ServiceFailure) {
            let summary = try serve(log, logger)
            log.flush(seconds: Self.lastLines)
            if JournalStream.standardOutput?.isJournal != true { print(summary.text, terminator: "") }
            if let failure = summary.failure { throw failure }
        } catch {
            error.report(to: logger)
            throw error.exitCode
        }
    }

    /// Seconds that the end waits for a journal that does not answer.
    private static let lastLines = 0.4

    private func serve(_ log: LogWriter, _ logger: Logger) throws(ServiceFailure) -> Summary {
        let configuration = ServiceConfiguration(path: config, overrides: overrides)
        let settings: Settings
        do throws(SettingsError) {
            settings = try configuration.load()
        } catch {
            ServiceNotifier().status("the configuration has an error: see the journal")
            throw .configuration(error)
        }
        return try DoorService(
            configuration: configuration, settings: settings, log: log, logger: logger, seconds: seconds,
            pictureMode: picture, directories: .ofThisProcess(state: stateDirectory)
        ).run()
    }
}

/// When the live picture is shown.
enum PictureMode: String, CaseIterable, ExpressibleByArgument {
    case auto
    case always
    case never
}
