import Audit
import GRDB

extension RecordCore {
    private static let ledgerShown = 20

    mutating func status() throws(RecordsError) -> RecordsStatus {
        try enter()
        let (day, stopped, purge, clock, notices) = (
            self.clock.now.floored(by: 86_400_000), self.stopped, self.purge, self.clock, self.notices
        )
        return try database.run { database in
            let epochs = try EpochTable.epochs(.open, in: database)
            return RecordsStatus(
                stopped: stopped, consents: try ConsentTable.count(in: database),
                entries: try epochs.reduce(0) { try $0 + EpochTable.count($1, in: database) }, epochs: epochs.count,
                retention: Dictionary(
                    uniqueKeysWithValues: (notices.first?.purposes ?? []).map { ($0.purpose, $0.retention) }),
                notices: Dictionary(uniqueKeysWithValues: notices.map { ($0.language, $0.hash) }),
                nextDeadline: epochs.map(\.expires.utc).min(), lag: purge.lag, lastPurge: purge.last,
                purgeFailure: purge.failure,
                ledger: try LedgerTable.entries(last: Self.ledgerShown, in: database),
                refusalsToday: try RefusalTable.total(on: day, in: database), clock: clock)
        }
    }
}
