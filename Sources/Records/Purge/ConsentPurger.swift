import Audit
import Crypto
import GRDB

/// Destroys withdrawn consents with what was recorded under them, and those that are over with their proof.
struct ConsentPurger {
    let hook: PurgeHook

    func run(
        _ database: RecordDatabase, _ slots: borrowing KeySlots, _ clock: TrustedClock, codeSlot: Int,
        checksKeys: Bool, _ report: inout PurgeReport
    ) throws(RecordsError) {
        let candidates = try database.run { database in
            try ConsentTable.candidates(at: clock, in: database).map {
                Candidate(
                    consent: $0, events: try ConsentTable.events(of: $0.id, in: database),
                    proof: try ConsentTable.proof(of: $0.id, in: database))
            }
        }
        try noteExpiry(of: candidates, database, slots, clock, codeSlot)
        let withdrawn = candidates.filter(\.isWithdrawn)
        for candidate in withdrawn { report.entries += try eraseEntries(of: candidate.consent, database, slots) }
        if !withdrawn.isEmpty { try hook(.entriesErased) }
        let lost = checksKeys ? try withoutKey(database, slots).filter { !$0.isWithdrawn } : []
        let removed = candidates.filter { $0.isRemovable(at: clock) }
        try destroyKeys(of: withdrawn + removed, slots)
        try delete(removed + lost, database, clock, &report)
    }

    /// A consent that may have to go.
    private struct Candidate {
        let consent: Consent
        let events: [ConsentEvent]
        let proof: Int64

        var isWithdrawn: Bool { events.contains { $0.state == .withdrawn } }
        var isKnownOver: Bool { events.last.map { !$0.state.isValid } ?? true }

        /// Whether neither entries nor proof need it any more.
        func isRemovable(at clock: TrustedClock) -> Bool {
            if let withdrawal = events.first(where: { $0.state == .withdrawn }),
                clock.now >= withdrawal.time.saturated(adding: proof * 1000)
            {
                return true
            }
            let more = consent.retention + proof
            return clock.isOver(
                Deadline(
                    utc: consent.deadline.utc.saturated(adding: more * 1000),
                    uptime: consent.deadline.uptime.saturated(adding: more)))
        }
    }

    private func noteExpiry(
        of candidates: [Candidate], _ database: RecordDatabase, _ slots: borrowing KeySlots, _ clock: TrustedClock,
        _ codeSlot: Int
    ) throws(RecordsError) {
        let over = candidates.filter { clock.isOver($0.consent.deadline) && !$0.isKnownOver }
        guard !over.isEmpty, let key = try slots.key(in: codeSlot) else { return }
        try database.transaction { database in
            for candidate in over {
                let event = ConsentEvent(
                    .expired, after: candidate.events.last, of: candidate.consent, at: clock, validity: 0,
                    entity: .system, method: "clock", key: key)
                try ConsentTable.append(event, to: candidate.consent.id, in: database)
            }
        }
    }

    /// Finds the entries of a withdrawn consent in every epoch, while its key still opens its reference.
    private func eraseEntries(
        of consent: Consent, _ database: RecordDatabase, _ slots: borrowing KeySlots
    ) throws(RecordsError) -> Int {
        guard let key = try slots.key(in: consent.slot),
            let reference = try SecretBytes.opened(
                consent.sealedSubject, key: EntryKeys.subject(key), bound: consent.id.bytes)
        else { return 0 }
        let open = try database.run { try EpochTable.epochs(.open, in: $0) }.filter { $0.purpose == consent.purpose }
        var tags: [(epoch: Epoch, tag: [UInt8])] = []
        for epoch in open {
            guard let epochKey = try slots.key(in: epoch.slot) else { continue }
            tags.append((epoch, EntryKeys.tag(reference, epoch: epochKey)))
        }
        return try database.transaction { database in
            let rows = try tags.reduce(0) { try $0 + EntryTable.delete(tagged: $1.tag, in: $1.epoch, database) }
            try ConsentTable.addErased(rows, of: consent.id, in: database)
            try StoreTable.requestVacuum(in: database)
            return rows
        }
    }

    /// Consents whose key a purge destroyed before it ended; without it nothing of them can be read.
    private func withoutKey(
        _ database: RecordDatabase, _ slots: borrowing KeySlots
    ) throws(RecordsError) -> [Candidate] {
        var found: [Candidate] = []
        for consent in try database.run({ try ConsentTable.all(in: $0) }) where try !slots.isUsed(consent.slot) {
            found.append(
                try database.run { database in
                    Candidate(
                        consent: consent, events: try ConsentTable.events(of: consent.id, in: database),
                        proof: try ConsentTable.proof(of: consent.id, in: database))
                })
        }
        return found
    }

    private func destroyKeys(of candidates: [Candidate], _ slots: borrowing KeySlots) throws(RecordsError) {
        guard !candidates.isEmpty else { return }
        for candidate in candidates where try slots.isUsed(candidate.consent.slot) {
            try slots.destroy(candidate.consent.slot)
        }
        try hook(.consentKeyDestroyed)
    }

    private func delete(
        _ candidates: [Candidate], _ database: RecordDatabase, _ clock: TrustedClock, _ report: inout PurgeReport
    ) throws(RecordsError) {
        guard !candidates.isEmpty else { return }
        var seen: Set<RecordID> = []
        let unique = candidates.filter { seen.insert($0.consent.id).inserted }
        try database.transaction { database in
            for candidate in unique {
                let rows = try ConsentTable.erased(of: candidate.consent.id, in: database)
                try LedgerTable.insert(
                    LedgerEntry(
                        epoch: 0, reason: candidate.isWithdrawn ? .withdrawal : .consentExpiry, rows: rows,
                        due: clock.now, done: clock.now, isVerified: true),
                    uptime: clock.uptime, in: database)
                try ConsentTable.delete(candidate.consent.id, in: database)
            }
            try StoreTable.requestVacuum(in: database)
        }
        report.consents += unique.count
        try hook(.consentDeleted)
    }
}
