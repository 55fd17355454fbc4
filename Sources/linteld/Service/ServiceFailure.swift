import ArgumentParser
import Capture
import Journal
import Logging
import Settings

/// Why the daemon can't go on: what to say and how to exit (sysexits.h).
struct ServiceFailure: Error {
    let message: String
    let exitCode: ExitCode
    /// What is wrong with the configuration, where that is the reason.
    private var settings: SettingsError?

    /// EX_USAGE: the options contradict what there is.
    static func usage(_ message: String) -> ServiceFailure {
        ServiceFailure(message: message, exitCode: ExitCode(64))
    }

    /// EX_DATAERR: a recording is damaged.
    static func damagedRecording(_ error: CaptureError) -> ServiceFailure {
        ServiceFailure(message: error.description, exitCode: ExitCode(65))
    }

    /// EX_UNAVAILABLE: the system refuses what is needed to read frames, or a recording can't be opened.
    static func unavailable(_ error: CaptureError) -> ServiceFailure {
        ServiceFailure(message: error.description, exitCode: ExitCode(69))
    }

    /// EX_CONFIG: the configuration can't be used.
    static func configuration(_ error: SettingsError) -> ServiceFailure {
        ServiceFailure(
            message: error.description, exitCode: ExitCode(SettingsError.exitCode), settings: error)
    }

    /// Says it where the log goes: a line a problem to the journal, the whole to a terminal.
    func report(to logger: Logger) {
        guard Log.goesToJournal else { return SystemLinteld.complain("linteld: \(message)") }
        if let settings {
            SettingsReport.log(settings, to: logger)
        } else {
            logger.report(.fault, "\(message)")
        }
    }
}
