/// What `[notice]` must say before records may be kept.
enum NoticeRules {
    /// Reports what is missing; nothing while `records.mode` is off.
    static func check(_ reader: inout SettingsReader) {
        guard reader.settings.records.mode == .consented else { return }
        let notice = reader.settings.notice
        let problems =
            missingTexts(notice, reader) + missingPurpose(notice, reader) + missingTranslations(notice, reader)
        for problem in problems { reader.report(problem) }
    }

    private static func missingTexts(_ notice: NoticeSettings, _ reader: SettingsReader) -> [SettingsProblem] {
        let needed: [(key: String, value: String?)] = [
            ("controller", notice.controller), ("address", notice.address), ("contact", notice.contact),
            ("email", notice.email), ("phone", notice.phone), ("jurisdiction", notice.jurisdiction),
            ("storage_location", notice.storageLocation), ("policy_url", notice.policyURL),
        ]
        return needed.filter { $0.value == nil }.map { missing in
            problem(
                reader, missing.key, found: "no such key", allowed: "a text with records.mode = \"consented\"",
                remedy: "Write it: a consent without it is not valid.")
        }
    }

    private static func missingPurpose(_ notice: NoticeSettings, _ reader: SettingsReader) -> [SettingsProblem] {
        if !notice.feverOutcome.items.isEmpty, !notice.feverOutcome.items.contains(.outcome) {
            return [
                problem(
                    reader, "fever_outcome_items", found: "a list without \"outcome\"",
                    allowed: "\"outcome\" among the items, or []",
                    remedy: "Add \"outcome\", or keep the rest under entry_log_items.")
            ]
        }
        guard notice.entryLog.items.isEmpty, notice.feverOutcome.items.isEmpty else { return [] }
        return [
            problem(
                reader, "entry_log_items", found: "no items of any purpose",
                allowed: "one item at least with records.mode = \"consented\"",
                remedy: "Say what is kept, or set records.mode to \"off\".")
        ]
    }

    private static func missingTranslations(_ notice: NoticeSettings, _ reader: SettingsReader) -> [SettingsProblem] {
        let texts = [
            ("entry_log_text", notice.entryLog.text), ("fever_outcome_text", notice.feverOutcome.text),
            ("refusal", notice.refusal), ("withdrawal", notice.withdrawal),
        ]
        return texts.compactMap { key, translations in
            let absent = notice.languages.filter { translations[$0] == nil }
            guard !absent.isEmpty else { return nil }
            return problem(
                reader, key, found: "no text for \(absent.joined(separator: ", "))",
                allowed: "a text for each language of the notice",
                remedy: "Add the language, or remove it from the other texts.")
        }
    }

    private static func problem(
        _ reader: SettingsReader, _ key: String, found: String, allowed: String, remedy: String
    ) -> SettingsProblem {
        SettingsProblem(
            place: reader.place(of: "notice.\(key)"), key: "notice.\(key)", found: found, allowed: allowed,
            remedy: remedy)
    }
}
