import ArgumentParser
import Control

extension ControlClientError {
    /// As sysexits.h has them.
    var exitCode: ExitCode {
        switch self {
        case .absent, .notRunning, .unusable, .closed, .busy, .maintenanceOver: .unavailable
        case .timeout, .maintained: .tryAgain
        case .malformed, .failed, .gap: .protocolError
        case .denied, .roleRequired: .notAllowed
        case .records(let failure): failure.kind.exitCode
        }
    }
}

extension DeskFailure.Kind {
    var exitCode: ExitCode {
        switch self {
        case .notAReceipt, .unknownLanguage, .unknownPurpose: .wrongInput
        case .unknownReceipt, .unknownConsent, .keyGone: .notThere
        case .off, .stopped, .unavailable: .unavailable
        case .busy: .tryAgain
        }
    }
}

/// The tool's exit codes, as sysexits.h numbers them.
extension ExitCode {
    /// What was given in is not right, or a file is damaged.
    static let wrongInput = ExitCode(65)
    /// What was asked for is not there, or can't be read.
    static let notThere = ExitCode(66)
    /// The daemon, or what it keeps, can't be used.
    static let unavailable = ExitCode(69)
    /// A file can't be written.
    static let cannotWrite = ExitCode(73)
    /// It may work later.
    static let tryAgain = ExitCode(75)
    /// The daemon is of another version.
    static let protocolError = ExitCode(76)
    /// This user may not.
    static let notAllowed = ExitCode(77)
}
