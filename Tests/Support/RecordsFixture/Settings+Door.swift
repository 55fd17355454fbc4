import Settings

extension Settings {
    /// A door that keeps records of both purposes with every item: two weeks of entries, a day of outcomes.
    public static var consentedDoor: Settings {
        var settings = Settings()
        settings.records.mode = .consented
        settings.notice.version = "2026-11"
        settings.notice.controller = "Example Ltd"
        settings.notice.address = "1 Example Street, Seoul"
        settings.notice.contact = "Privacy office"
        settings.notice.email = "privacy@example.org"
        settings.notice.phone = "+82 2 000 0000"
        settings.notice.jurisdiction = "KR"
        settings.notice.storageLocation = "the device at this door"
        settings.notice.policyURL = "https://example.org/privacy"
        settings.notice.entryLog.items = [.time, .gate, .direction]
        settings.notice.feverOutcome.items = [.time, .outcome]
        return settings
    }
}
