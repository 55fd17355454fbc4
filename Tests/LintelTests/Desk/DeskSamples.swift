import Control
import Settings

let sampleCode = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"

extension DeskReceipt {
    /// In the form that the daemon writes, with what the text shows.
    static func sample(language: String) -> DeskReceipt {
        let json = """
            {"collectionMethod":"desk","consentReceiptID":"6b0f0e2c-0000-4000-8000-000000000001","consentTimestamp":1796086800,\
            "iso27560":[{"header":{"pii_principal_id":"\(sampleCode)","record_id":"6b0f0e2c-0000-4000-8000-000000000001",\
            "schema_version":"27560:2023"},"processing":{"pii_information":["time","direction"],"privacy_notice":\
            "2026-11 sha256:a1b2","purpose":"Keep when you came in or went out at this door.","retention_period":"PT1209600S",\
            "withdrawal_method":"Show your receipt at this door."}}],"language":"\(language)","piiControllers":[{"contact":\
            "Privacy office","email":"a@b.example","phone":"+82 2 000","piiController":"Example Ltd"}],"piiPrincipalId":\
            "\(sampleCode)","policyUrl":"https://b.example/p","version":"KI-CR-v1.1.0"}
            """
        return DeskReceipt(code: sampleCode, json: json, consents: ["6b0f0e2c-0000-4000-8000-000000000001"])
    }
}

extension DeskConsent {
    static let sample = DeskConsent(
        id: "6b0f0e2c-0000-4000-8000-000000000001", purpose: "fever_outcome", isSensitive: true,
        items: ["time", "outcome"], state: .given, notice: String(repeating: "b2", count: 32),
        given: 1_796_086_800_000, expires: 1_803_862_800_000, retention: 86_400, isAuthentic: true)
}

extension DeskEntry {
    static let whole = DeskEntry(
        id: "6b0f0e2c-0000-4000-8000-00000000000a", consent: DeskConsent.sample.id, purpose: "entry_log",
        time: 1_796_086_800_000, gate: "main", direction: .inwards, outcome: .admitted, expires: 1_797_296_400_000)
    static let bare = DeskEntry(
        id: "6b0f0e2c-0000-4000-8000-00000000000b", consent: DeskConsent.sample.id, purpose: "fever_outcome",
        expires: 1_797_296_400_000)
}

extension PrivacyReport {
    /// Of a door that keeps records, and where all is well.
    static let sound = PrivacyReport(
        door: "east", version: "1.2.3", generated: 1_796_086_800_000, mode: .consented,
        purposes: [
            Purpose(name: "entry_log", isSensitive: false, items: ["time", "direction"], retention: 1_209_600),
            Purpose(name: "fever_outcome", isSensitive: true, items: ["outcome"], retention: 86_400),
        ],
        notices: [Notice(language: "en", version: "2026-11", hash: String(repeating: "0a", count: 32))],
        store: Store(
            consents: 3, entries: 1240, epochs: 5, refusalsToday: 2, nextDestruction: 1_796_090_400_000, lag: 0,
            lastPurge: 1_796_086_740_000,
            ledger: [
                LedgerLine(
                    epoch: 412, reason: "expired", entries: 12, due: 1_796_083_200_000, done: 1_796_083_201_000,
                    isVerified: true, canaryIsDead: true)
            ]),
        fileSystem: FileSystem(
            directory: "/var/lib/lintel/main", type: "ext4", options: "data=ordered", canDestroyKeys: true,
            words: "ext4 overwrites in place"),
        clock: Clock(now: 1_796_086_800_000, isSynchronized: true, source: "timesyncd"),
        accessLog: AccessLog(
            count: 99, head: String(repeating: "1f", count: 32),
            lastCheckpoint: .init(count: 90, time: 1_796_000_400_000), keep: 63_072_000),
        network: Network(
            allowedFamilies: ["AF_UNIX"], refusedFamilies: ["AF_INET", "AF_INET6"], interfaces: ["lo"],
            foreignSockets: 0, isFiltered: true),
        configuration: Configuration(path: "/etc/lintel/lintel.toml", hash: String(repeating: "9c", count: 32)))

    /// The same with everything that can be wrong.
    static var troubled: PrivacyReport {
        var report = sound
        let trouble = Trouble(what: "records.db", cause: "the disk <is> full", remedy: "Make room.")
        report.stopped = trouble
        report.store?.lag = 7_500_000
        report.store?.purgeFailure = trouble
        report.store?.ledger[0].canaryIsDead = false
        report.fileSystem?.canDestroyKeys = false
        report.accessLog.failure = trouble
        report.network.allowedFamilies = ["AF_UNIX", "AF_INET"]
        return report
    }
}
