/// What is asked of the records. Codes are receipt codes: whoever has one is taken for the person, so no code is ever kept,
/// logged or repeated in an error.
public enum DeskRequest: Hashable, Sendable {
    // MARK: io.lintel.Consent

    /// What people are told and asked; in the daemon's first language where none is said. Answer: `notice`.
    case notice(language: String?)
    /// Somebody agreed to these purposes, having been shown the notice in this language. Answer: `receipt`.
    case grant(purposes: [String], language: String, method: DeskMethod)
    /// Somebody refused; only counted. Answer: `done`.
    case refuse
    /// Somebody presents a consent at the door, now. Answer: `done`, whether it is known or not.
    case present(code: String)
    /// The consents of a receipt. Answer: `consents`.
    case consents(code: String)
    /// Lets the consents of a receipt stand anew from now. Answer: `done`.
    case renew(code: String, method: DeskMethod)
    /// Withdraws the consents of a receipt, all where no purpose is said. Answer: `destroyed`.
    case withdraw(code: String, purposes: [String]?)
    /// The receipt once more. Answer: `receipt`.
    case receipt(code: String)

    // MARK: io.lintel.Records

    /// Consents in the order of their ids, at most so many, those behind `after` only. Answer: `consents`.
    case list(after: String?, limit: Int)
    /// What is kept of the person. Answer: `entries`, oldest first.
    case entries(code: String)
    /// All that is kept of the person, to be handed out. Answer: `exported`.
    case export(code: String, reason: DeskReason)
    /// Destroys what is kept of the person who has this receipt. Answer: `destroyed`.
    case erase(code: String, reason: DeskReason)
    /// Destroys one consent, by its id, and what is kept under it. Answer: `destroyed`.
    case eraseConsent(id: String, reason: DeskReason)

    // MARK: io.lintel.Privacy

    /// What is kept, why, until when, and the proof of its destruction. Answer: `report`.
    case report

    // MARK: io.lintel.Audit

    /// Signs where the access log stands. Answer: `checkpoint`.
    case checkpoint
    /// The key of the access log's first line; given out once. Answer: `accessKey`.
    case accessKey
}

extension DeskRequest: CustomStringConvertible, CustomReflectable {
    /// The name of the request alone, so that no code gets into a text by chance.
    public var description: String {
        switch self {
        case .notice: "notice"
        case .grant: "grant"
        case .refuse: "refuse"
        case .present: "present"
        case .consents: "consents"
        case .renew: "renew"
        case .withdraw: "withdraw"
        case .receipt: "receipt"
        case .list: "list"
        case .entries: "entries"
        case .export: "export"
        case .erase: "erase"
        case .eraseConsent: "eraseConsent"
        case .report: "report"
        case .checkpoint: "checkpoint"
        case .accessKey: "accessKey"
        }
    }

    /// No children, for the same reason.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
