import Audit

/// What is printed for people around the texts of the notice, in one language.
struct PersonWords: Sendable {
    /// Such as "ko" (ISO 639).
    let language: String

    // MARK: The door sign
    let signTitle: String
    /// What the camera does.
    let signCamera: String
    /// Whether anything is kept: nothing at all, and nothing without consent.
    let keepsNothing, keepsOnlyAgreed: String
    /// Before what somebody may agree to.
    let onlyIfYouAgree: String
    /// That a person helps, and that nobody is kept from leaving.
    let helped, leaving: String
    let moreInformation: String

    // MARK: The notice
    let noticeTitle: String
    let whatHappens, whatHappensText: String
    let controller, address, contact, email, phone: String
    let whatIsKept, notKept, notKeptText: String
    let nothingKeptText: String
    let purpose, items, retention, sensitive, sensitiveText: String
    let recipients, noRecipients: String
    let storage, jurisdiction, policy: String
    let validity, proof, noProof: String
    let refusal, refusalCounted: String
    let withdrawal, rights, rightsText: String
    /// Of the notice: its version and its hash.
    let version, hash: String
    let item: @Sendable (String) -> String
    let span: @Sendable (Int64) -> String

    // MARK: The receipt
    let receiptTitle, receiptKeep, receiptCode, agreedOn, agreedTo, consentNumber, noticeShown, receiptUse: String

    /// The words of a language, else the English ones.
    static func of(_ language: String) -> PersonWords { all.first { $0.language == language } ?? .english }

    static let all: [PersonWords] = [.english, .korean]
}
