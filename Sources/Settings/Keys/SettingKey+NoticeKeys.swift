extension SettingKey {
    /// The keys of `[notice]`, `[audit]` and `[clock]`.
    static let recordKeys: [SettingKey] = [
        .text(
            "notice", "version", in: \.notice.version, allowed: "a name of this text, such as \"2026-11\"",
            "what this version of the notice is called"),
        .optionalText(
            "notice", "controller", in: \.notice.controller, allowed: "the controller's name",
            "who is responsible for the records"),
        .optionalText(
            "notice", "address", in: \.notice.address, allowed: "a postal address", "where the controller is"),
        .optionalText(
            "notice", "contact", in: \.notice.contact, allowed: "a person or office",
            "who answers questions about the records"),
        .optionalText("notice", "email", in: \.notice.email, allowed: "a mail address", "where to write to"),
        .optionalText("notice", "phone", in: \.notice.phone, allowed: "a telephone number", "where to call"),
        .optionalText(
            "notice", "jurisdiction", in: \.notice.jurisdiction, allowed: "a country's code, such as \"KR\"",
            "whose law holds"),
        .optionalText(
            "notice", "storage_location", in: \.notice.storageLocation,
            allowed: "a place, such as \"the device at this door\"", "where the records lie"),
        .optionalText(
            "notice", "policy_url", in: \.notice.policyURL, allowed: "an address of the web",
            "where the full privacy policy is"),
        .items(
            "notice", "entry_log_items", in: \.notice.entryLog.items, of: [.time, .gate, .direction],
            "what the history of entries keeps"),
        .timeSpan(
            "notice", "entry_log_retention", in: \.notice.entryLog.retention, retention,
            "how long the history of entries is kept"),
        .translated(
            "notice", "entry_log_text", in: \.notice.entryLog.text, "what the history of entries is kept for"),
        .items(
            "notice", "fever_outcome_items", in: \.notice.feverOutcome.items, of: RecordItem.allCases,
            "what is kept of the temperature check's outcome"),
        .timeSpan(
            "notice", "fever_outcome_retention", in: \.notice.feverOutcome.retention, retention,
            "how long the outcome is kept"),
        .translated(
            "notice", "fever_outcome_text", in: \.notice.feverOutcome.text, "what the outcome is kept for"),
        .timeSpan(
            "notice", "consent_validity", in: \.notice.consentValidity, 3600...365 * 86_400,
            "how long a consent stands before it is asked for again"),
        .timeSpan(
            "notice", "proof_window", in: \.notice.proofWindow, 0...90 * 86_400,
            "how long the proof of a consent outlives it"),
        .translated(
            "notice", "refusal", in: \.notice.refusal, "the right to refuse and what follows from refusing"),
        .translated("notice", "withdrawal", in: \.notice.withdrawal, "how a consent is withdrawn"),
        .timeSpan(
            "audit", "keep", in: \.audit.keep, 365 * 86_400...10 * 365 * 86_400, "how long the access log is kept"),
        .text(
            "clock", "synchronized", in: \.clock.synchronized, allowed: "\"timesyncd\" or the path of a file",
            "how a synchronised clock is known"),
    ]

    /// From a minute to 28 days: the longest that registers of entries were kept (KI-Pass, four weeks).
    private static let retention: ClosedRange<Int64> = 60...28 * 86_400
}
