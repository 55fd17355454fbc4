import ArgumentParser
import Capture

/// Why the daemon can't go on: what to say and how to exit (sysexits.h).
struct ServiceFailure: Error {
    let message: String
    let exitCode: ExitCode

    /// EX_USAGE: the options contradict what there is.
    static func usage(_ message: String) -> ServiceFailure {
        ServiceFailure(message: message, exitCode: ExitCode(64))
    }

    /// EX_DATAERR: a recording is damaged.
    static func damagedRecording(_ error: CaptureError) -> ServiceFailure {
        ServiceFailure(message: error.description, exitCode: ExitCode(65))
    }

    /// EX_UNAVAILABLE: the camera isn't there or can't be used.
    static func unavailable(_ message: String) -> ServiceFailure {
        ServiceFailure(message: message, exitCode: ExitCode(69))
    }

    /// EX_CONFIG: the configuration can't be used.
    static func configuration(_ message: String) -> ServiceFailure {
        ServiceFailure(message: message, exitCode: ExitCode(78))
    }
}
