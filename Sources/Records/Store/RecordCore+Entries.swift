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
        let (lookup, codeKey) = (try lookup(reference), try key(in: identity.codeSlot))
        let epochs = try openEpochs(notice, lookup, codeKey)
        let writer = EntryWriter(
            entry: entry, time: reading.isSynchronized ? reading.wall : clock.now, clock: clock, random: random)
        let clock = clock
        // The keys of consents are read before the transaction; whether the consent still stands is decided in it.
        return try database.transaction { database in
            var outcomes: [Purpose: AppendOutcome] = [:]
            for declared in notice.purposes {
                let decided = try Coverage.decide(
                    declared.purpose, lookup: lookup, under: notice, at: clock, key: codeKey, in: database)
                switch decided {
                case .not(let why): outcomes[declared.purpose] = .notRecorded(why)
                case .covered(let consent):
                    guard let epoch = epochs[declared.purpose], let consentKey = try slots.key(in: consent.slot) else {
                        outcomes[declared.purpose] = .notRecorded(.noConsent)
                        continue
                    }
                    let id = try writer.write(
                        under: consent, items: declared.items, into: epoch, consentKey: consentKey, reference, database)
                    outcomes[declared.purpose] = .recorded(id)
                }
            }
            try ClockTable.save(clock.state, in: database)
            return outcomes
        }
    }

    /// The epochs of now for each purpose that is covered, opened where they are not.
    private mutating func openEpochs(
        _ notice: Notice, _ lookup: [UInt8], _ codeKey: SymmetricKey
    ) throws(RecordsError) -> [Purpose: (epoch: Epoch, key: SymmetricKey)] {
        var epochs: [Purpose: (epoch: Epoch, key: SymmetricKey)] = [:]
        for declared in notice.purposes {
            let clock = clock
            let decided = try database.run {
                try Coverage.decide(
                    declared.purpose, lookup: lookup, under: notice, at: clock, key: codeKey, in: $0)
            }
            guard case .covered = decided else { continue }
            let epoch = try openEpoch(declared)
            epochs[declared.purpose] = (epoch, try key(in: epoch.slot))
        }
        return epochs
    }

    private mutating func openEpoch(_ declared: Notice.Declaration) throws(RecordsError) -> Epoch {
        let start = Epoch.start(at: clock, retention: declared.retention)
        let found = try database.run {
            try EpochTable.open(declared.purpose, retention: declared.retention, starting: start.utc, in: $0)
        }
        if let found { return found }
        let slot = try freeSlot()
        try slots.make(in: slot)
        do {
            let (number, key) = (try database.run { try EpochTable.nextNumber(in: $0) }, try key(in: slot))
            let epoch = Epoch(
                number: number, purpose: declared.purpose, retention: declared.retention, starts: start,
                expires: Epoch.end(start, retention: declared.retention), slot: slot, state: .open,
                canary: try Canary.seal(key, epoch: number, random: random), rows: 0, reason: .expiry)
            try database.transaction { try EpochTable.insert(epoch, in: $0) }
            return epoch
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
