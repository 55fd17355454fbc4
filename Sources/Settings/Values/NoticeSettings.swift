/// `[notice]`: who keeps what about a person who agreed, for what and how long; the one place where this is declared.
public struct NoticeSettings: Hashable, Sendable {
    /// `version`: the controller's own name of this text.
    public var version = "1"
    /// `controller`, `address`, `contact`, `email`, `phone`: who is responsible.
    public var controller: String?
    public var address: String?
    public var contact: String?
    public var email: String?
    public var phone: String?
    /// `jurisdiction`: whose law holds, such as "KR".
    public var jurisdiction: String?
    /// `storage_location`: where the records lie.
    public var storageLocation: String?
    /// `policy_url`: where the full privacy policy is.
    public var policyURL: String?
    /// `entry_log_items`, `entry_log_retention`, `entry_log_text`: the history of entries.
    public var entryLog = PurposeSettings(
        retention: 14 * 86_400,
        text: [
            "en": "Keep when you came in or went out at this door.", "ko": "이 문을 드나든 기록을 보관합니다.",
        ])
    /// `fever_outcome_items`, `fever_outcome_retention`, `fever_outcome_text`: that a threshold was exceeded, which is
    /// sensitive and consented apart.
    public var feverOutcome = PurposeSettings(
        retention: 86_400,
        text: [
            "en": "Keep whether the temperature check referred you. The temperature itself is never kept.",
            "ko": "체온 확인에서 안내 대상이었는지를 보관합니다. 체온 자체는 보관하지 않습니다.",
        ])
    /// `consent_validity`: how long a consent stands before it is asked for again, seconds.
    public var consentValidity: Int64 = 90 * 86_400
    /// `proof_window`: how long the proof of a consent outlives it, seconds.
    public var proofWindow: Int64 = 0
    /// `refusal`: the right to refuse and what follows from it, by language.
    public var refusal = [
        "en": "You may refuse. Refusing changes nothing about your entry.",
        "ko": "동의를 거부할 수 있습니다. 거부해도 출입에는 아무런 영향이 없습니다.",
    ]
    /// `withdrawal`: how a consent is withdrawn, by language.
    public var withdrawal = [
        "en": "Show your receipt at this door at any time; your records are destroyed at once.",
        "ko": "언제든지 이 문에서 영수증을 제시하면 기록이 즉시 파기됩니다.",
    ]

    public init() {}

    /// Every language that a text is given in, sorted.
    public var languages: [String] {
        Set([entryLog.text, feverOutcome.text, refusal, withdrawal].flatMap(\.keys)).sorted()
    }
}

/// What one purpose keeps and how long.
public struct PurposeSettings: Hashable, Sendable {
    /// What is kept; nothing means that nobody is asked for this purpose.
    public var items: Set<RecordItem> = []
    /// How long it is kept, seconds: 60 to 28 days.
    public var retention: Int64
    /// What it is kept for, by language.
    public var text: [String: String]

    public init(items: Set<RecordItem> = [], retention: Int64, text: [String: String]) {
        self.items = items
        self.retention = retention
        self.text = text
    }
}

/// One thing that a record may hold. There is no temperature, name or free text among them.
public enum RecordItem: String, CaseIterable, Hashable, Sendable {
    /// When the person came.
    case time
    /// Which door it was.
    case gate
    /// In or out.
    case direction
    /// Admitted or referred: sensitive.
    case outcome
}
