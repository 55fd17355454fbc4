import Audit
import Crypto
import GRDB

/// Destroys what is over: keys first, then rows, then the proof of it.
///
/// Order and reasons: the project's privacy study, section 9. Every step may be the last before a crash.
struct Purger {
    let hook: PurgeHook
    /// How long the ledger is kept, milliseconds.
    let ledgerKept: Int64
    /// Databases up to this size are written anew after each deletion of rows, larger ones at most once a day; bytes.
    ///
    /// A withdrawal destroys its key at once in any case. What a rewrite adds: SQLite leaves copies of deleted rows in the
    /// gaps between the cells of pages that live on (0 to 6 of 1500 were measured), sealed under keys that are gone.
    let smallDatabase: Int64

    private static let day: Int64 = 86_400_000
    private static let checkpointTries = 3

    /// Purges what the clock says is over.
    ///
    /// - Parameters:
    ///   - codeSlot: the slot of the key of consent events.
    ///   - checksKeys: whether epochs and consents without their key are condemned too; at start.
    func run(
        _ database: RecordDatabase, _ slots: borrowing KeySlots, _ clock: TrustedClock, codeSlot: Int,
        checksKeys: Bool
    ) throws(RecordsError) -> PurgeReport {
        var report = PurgeReport()
        try condemn(database, slots, clock, checksKeys)
        try destroyEpochs(database, slots, &report)
        try ConsentPurger(hook: hook).run(
            database, slots, clock, codeSlot: codeSlot, checksKeys: checksKeys, &report)
        let pending = try database.run { database in
            (try !EpochTable.epochs(.dropped, in: database).isEmpty, try StoreTable.vacuum(in: database))
        }
        guard report.didWork || pending.0 || pending.1.isDue else { return report }
        try checkpoint(database)
        try hook(.checkpointed)
        try writeLedger(database, slots, clock, &report)
        try hook(.ledgerWritten)
        try vacuum(database, clock, pending.1)
        try checkpoint(database)
        try hook(.vacuumed)
        return report
    }

    /// Hides every epoch that is over, and those whose key is not there.
    private func condemn(
        _ database: RecordDatabase, _ slots: borrowing KeySlots, _ clock: TrustedClock, _ checksKeys: Bool
    ) throws(RecordsError) {
        let needsPurge = try database.run { try EpochTable.needsPurge(at: clock, in: $0) }
        guard checksKeys || needsPurge else { return }
        let open = try database.run { try EpochTable.epochs(.open, in: $0) }
        var condemned: [Epoch] = []
        for epoch in open {
            let isLost = checksKeys ? try !slots.isUsed(epoch.slot) : false
            if isLost || clock.isOver(epoch.expires) { condemned.append(epoch) }
        }
        guard !condemned.isEmpty else { return }
        try database.transaction { database in
            for epoch in condemned { try EpochTable.hide(epoch, in: database) }
            try ClockTable.save(clock.state, in: database)
        }
        try hook(.hidden)
    }

    private func destroyEpochs(
        _ database: RecordDatabase, _ slots: borrowing KeySlots, _ report: inout PurgeReport
    ) throws(RecordsError) {
        let hidden = try database.run { try EpochTable.epochs(.hidden, in: $0) }
        guard !hidden.isEmpty else { return }
        for epoch in hidden {
            try slots.destroy(epoch.slot)
            report.epochs += 1
            report.epochNumbers.append(epoch.number)
        }
        try hook(.epochKeyDestroyed)
        report.entries += try database.transaction { database in
            try hidden.reduce(0) { rows, epoch in
                let count = try EpochTable.count(epoch, in: database)
                try EpochTable.drop(epoch, in: database)
                return rows + count
            }
        }
        try hook(.tableDropped)
    }

    private func checkpoint(_ database: RecordDatabase) throws(RecordsError) {
        for attempt in 1...Self.checkpointTries {
            do {
                return try database.checkpoint()
            } catch {
                if attempt == Self.checkpointTries { throw error }
            }
        }
    }

    /// Tries every destroyed key and writes down what came of it; only then are its traces in the tables forgotten.
    private func writeLedger(
        _ database: RecordDatabase, _ slots: borrowing KeySlots, _ clock: TrustedClock, _ report: inout PurgeReport
    ) throws(RecordsError) {
        let dropped = try database.run { try EpochTable.epochs(.dropped, in: $0) }
        var lines: [(epoch: Epoch, line: LedgerEntry)] = []
        for epoch in dropped {
            let isGone = try slots.isGone(epoch.slot, canary: epoch.canary, bound: epoch.number.bytes)
            guard isGone else {
                throw RecordsError(
                    .keyFile, what: database.path, cause: "the destroyed key of epoch \(epoch.number) is still there",
                    remedy: "Replace the disk: it does not keep what it is given.")
            }
            let due = min(epoch.expires.utc, clock.now)
            lines.append(
                (
                    epoch,
                    LedgerEntry(
                        epoch: epoch.number, reason: epoch.reason, rows: epoch.rows, due: due, done: clock.now,
                        isVerified: true)
                ))
        }
        let oldest = clock.now - ledgerKept
        try database.transaction { database in
            for (epoch, line) in lines {
                try LedgerTable.insert(line, uptime: clock.uptime, in: database)
                try EpochTable.delete(epoch, in: database)
            }
            try LedgerTable.delete(before: oldest, in: database)
            try RefusalTable.delete(before: oldest / Self.day, in: database)
        }
    }

    private func vacuum(
        _ database: RecordDatabase, _ clock: TrustedClock, _ state: (isDue: Bool, last: Int64)
    ) throws(RecordsError) {
        guard state.isDue else { return }
        let size = try database.run { database in
            try (Int64.fetchOne(database, sql: "PRAGMA page_count") ?? 0)
                * (Int64.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
        }
        guard size <= smallDatabase || clock.now - state.last >= Self.day else { return }
        try database.vacuum()
        try database.run { try StoreTable.vacuumDone(at: clock.now, in: $0) }
    }
}
