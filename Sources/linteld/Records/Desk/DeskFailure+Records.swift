import Audit
import Control
import Records

extension DeskFailure {
    /// Why the store did not do something.
    init(_ error: RecordsError) {
        let kind: Kind =
            switch error.kind {
            case .stopped: .stopped
            case .unknownReceipt: .unknownReceipt
            case .foreignDatabase, .damagedDatabase, .keyFile, .fileSystem, .pragma, .system, .request, .accessLog:
                .unavailable
            }
        self.init(kind, cause: "\(error.what): \(error.cause)", remedy: error.remedy)
    }

    static let off = DeskFailure(
        .off, cause: "nothing about a person is kept at this door",
        remedy: "Set records.mode to \"consented\" in the configuration to keep what people agree to.")

    static let unknownReceipt = DeskFailure(
        .unknownReceipt, cause: "no consent belongs to this receipt",
        remedy: "Nothing is kept under it: it was withdrawn, has expired, or belongs to another door.")

    static let unknownConsent = DeskFailure(
        .unknownConsent, cause: "there is no consent of this id",
        remedy: "List the consents: it was withdrawn, has expired, or belongs to another door.")

    static let keyGone = DeskFailure(
        .keyGone, cause: "the first key of the access log was handed out already, or by an earlier start",
        remedy: "Use the copy that was kept then; without one, exported checkpoints still prove the log.")

    static func unknownLanguage(_ languages: [String]) -> DeskFailure {
        DeskFailure(
            .unknownLanguage, cause: "the notice is not written in this language",
            remedy: "Choose one of \(languages.joined(separator: ", ")).")
    }

    static func unknownPurpose(_ purposes: Set<Purpose>) -> DeskFailure {
        DeskFailure(
            .unknownPurpose, cause: "the notice asks nobody for one of these purposes, or none was named",
            remedy: "Choose among \(purposes.map(\.rawValue).sorted().joined(separator: ", ")).")
    }
}
