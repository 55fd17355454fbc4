import Control

/// What is there, in numbers, and what was destroyed.
struct ReportOfDestruction {
    private let store: PrivacyReport.Store

    init(_ store: PrivacyReport.Store) { self.store = store }

    var kept: ReportDocument.Section {
        ReportDocument.Section(
            heading: "What is kept now",
            rows: [
                ("consents", Count.grouped(store.consents)), ("entries", Count.grouped(store.entries)),
                ("epochs", "\(Count.grouped(store.epochs)) (entries of one span of time, under one key)"),
                ("refusals today", Count.grouped(store.refusalsToday)),
                ("next destruction", store.nextDestruction.map(Moment.text) ?? "nothing to destroy"),
            ])
    }

    var destroyed: ReportDocument.Section {
        ReportDocument.Section(
            heading: "What was destroyed, and its proof",
            paragraphs: [
                "A record is destroyed by overwriting its key, on the disk, and reading the place back; then its rows are "
                    + "dropped. \"read back\" says that the key's place holds none of it; \"sealed text dead\" that a text "
                    + "sealed under it for this purpose does not open any more."
            ],
            rows: [
                ("last purge", store.lastPurge.map(Moment.text) ?? "none since the daemon started"),
                ("overdue", store.lag > 0 ? "since \(SpanOfTime.words(store.lag))" : "nothing"),
            ],
            table: store.ledger.isEmpty
                ? []
                : [["destroyed at", "due at", "what", "reason", "entries", "read back", "sealed text dead"]]
                    + store.ledger.map { line in
                        [
                            Moment.text(line.done), Moment.text(line.due),
                            line.epoch == 0 ? "consent" : "epoch \(line.epoch)",
                            line.reason, Count.grouped(line.entries), line.isVerified ? "yes" : "NO",
                            line.canaryIsDead ? "yes" : "NO",
                        ]
                    })
    }
}
