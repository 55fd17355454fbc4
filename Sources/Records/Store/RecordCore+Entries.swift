import Audit
import Crypto
import GRDB

/// What became of an entry for one purpose.
public enum AppendOutcome: Hashable, Sendable {
    case recorded(RecordID)
    case notRecorded(NotCovered)
}

extension RecordCore {
    /// Records an entry for every purpose that its consents cover, in the transaction that checks them.
    mutating func append(
        _ entry: EntryRecord, _ reference: borrowing SubjectReference
    ) throws(RecordsError) -> [Purpose: AppendOutcome] {
        let reading = try enter()
        if let stopped { throw stopped }
        guard let notice = notices.first else { return [:] }
        let lookup = try lookup(reference)
        let writer = EntryWriter(
            entry: entry, time: reading.isSynchronized ? reading.wall : clock.now, clock: clock, random: random)
        switch try record(writer, lookup, reference, under: notice) {
        case .done(let outcomes): return outcomes
        case .lacksEpochs(let purposes):
            for declared in purposes { try openEpoch(declared) }
            guard case .done(let outcomes) = try record(writer, lookup, reference, under: notice) else { return [:] }
            return outcomes
        }
    }

    /// What came of an attempt to record.
    private enum Attempt {
        case done([Purpose: AppendOutcome])
        /// Nothing was written: these purposes are covered, and have no epoch of now.
        case lacksEpochs([Notice.Declaration])
    }

    private func record(
        _ writer: EntryWriter, _ lookup: [UInt8], _ reference: borrowing SubjectReference, under notice: Notice
    ) throws(RecordsError) -> Attempt {
        let (clock, codeKey) = (clock, try key(in: identity.codeSlot))
        return try database.transaction { database in
            var outcomes: [Purpose: AppendOutcome] = [:]
            var covered: [(declared: Notice.Declaration, consent: Consent, epoch: Epoch)] = []
            var lacking: [Notice.Declaration] = []
            for declared in notice.purposes {
                let decided = try Coverage.decide(
                    declared.purpose, lookup: lookup, under: notice, at: clock, key: codeKey, in: database)
                switch decided {
                case .not(let why): outcomes[declared.purpose] = .notRecorded(why)
                case .covered(let consent):
                    if let epoch = try openEpoch(of: declared, in: database) {
                        covered.append((declared, consent, epoch))
                    } else {
                        lacking.append(declared)
                    }
                }
            }
            guard lacking.isEmpty else { return .lacksEpochs(lacking) }
            for (declared, consent, epoch) in covered {
                guard let consentKey = try slots.key(in: consent.slot) else {
                    outcomes[declared.purpose] = .notRecorded(.noConsent)
                    continue
                }
                let id = try writer.write(
                    under: consent, items: declared.items, into: (epoch, try key(in: epoch.slot)),
                    consentKey: consentKey, reference, database)
                outcomes[declared.purpose] = .recorded(id)
            }
            try ClockTable.save(clock.state, in: database)
            return .done(outcomes)
        }
    }

    /// The epoch of now.
    private func openEpoch(of declared: Notice.Declaration, in database: Database) throws -> Epoch? {
        let start = Epoch.start(at: clock, retention: declared.retention)
        return try EpochTable.open(
            declared.purpose, retention: declared.retention, starting: start.utc, in: database)
    }

    /// Makes the epoch of now with its key.
    private mutating func openEpoch(_ declared: Notice.Declaration) throws(RecordsError) {
        let start = Epoch.start(at: clock, retention: declared.retention)
        let slot = try freeSlot()
        try slots.make(in: slot)
        do {
            let (number, key) = (try database.run { try EpochTable.nextNumber(in: $0) }, try key(in: slot))
            let epoch = Epoch(
                number: number, purpose: declared.purpose, retention: declared.retention, starts: start,
                expires: Epoch.end(start, retention: declared.retention), slot: slot, state: .open,
                canary: try Canary.seal(key, epoch: number, random: random), rows: 0, reason: .expiry)
            try database.transaction { try EpochTable.insert(epoch, in: $0) }
            nextPurge = nil
        } catch {
            try? slots.destroy(slot)
            throw error
        }
    }

    /// Everything that is kept of the person who shows this receipt.
    mutating func entries(of reference: borrowing SubjectReference) throws(RecordsError) -> [StoredEntry] {
        try enter()
        let lookup = try lookup(reference)
        let consents = try database.run { try ConsentTable.consents(lookup: lookup, in: $0) }
        guard !consents.isEmpty else { throw Self.unknownReceipt }
        let clock = clock
        let epochs = try database.run { try EpochTable.epochs(.open, in: $0) }.filter { !clock.isHidden($0.expires) }
        var entries: [StoredEntry] = []
        for consent in consents {
            guard let consentKey = try slots.key(in: consent.slot) else { continue }
            for epoch in epochs where epoch.purpose == consent.purpose {
                guard let epochKey = try slots.key(in: epoch.slot) else { continue }
                let tag = EntryKeys.tag(reference.secret, epoch: epochKey)
                for sealed in try database.run({ try EntryTable.entries(tagged: tag, in: epoch, $0) }) {
                    let entry = try EntryReader.open(sealed, of: epoch, epochKey, consent, consentKey)
                    if let entry { entries.append(entry) }
                }
            }
        }
        return entries.sorted { ($0.time ?? 0, $0.id.description) < ($1.time ?? 0, $1.id.description) }
    }
}
