import Audit
import Crypto
import GRDB

/// Seals an entry and writes it.
struct EntryWriter {
    let entry: EntryRecord
    /// UTC milliseconds.
    let time: Int64
    let clock: TrustedClock
    let random: any RandomSource

    /// Writes exactly the items that the consent covers and the notice still declares.
    func write(
        under consent: Consent, items: RecordItems, into epoch: (epoch: Epoch, key: SymmetricKey),
        consentKey: SymmetricKey, _ reference: borrowing SubjectReference, _ database: Database
    ) throws -> RecordID {
        let id = try RecordID(random)
        let payload = EntryPayload(entry, at: time, items: items.intersection(consent.items), consent: consent.id)
        var plain = try SecretBytes(count: EntryPayload.size)
        payload.write(to: &plain)
        let deadline = epoch.epoch.expires
        let sealed = try plain.sealed(
            key: EntryKeys.entry(id, epoch: epoch.key, consent: consentKey), nonce: random.bytes(12),
            bound: EntryKeys.bound(id, epoch: epoch.epoch.number, deadline: deadline))
        try EntryTable.insert(
            EntryTable.SealedEntry(id: id, deadline: deadline, sealed: sealed),
            tag: EntryKeys.tag(reference.secret, epoch: epoch.key), into: epoch.epoch, in: database)
        return id
    }
}

/// Opens entries for their person.
enum EntryReader {
    /// - Returns: nothing where the row is not one that was written under these keys.
    static func open(
        _ sealed: EntryTable.SealedEntry, of epoch: Epoch, _ epochKey: SymmetricKey, _ consent: Consent,
        _ consentKey: SymmetricKey
    ) throws(RecordsError) -> StoredEntry? {
        let opened = try SecretBytes.opened(
            sealed.sealed, key: EntryKeys.entry(sealed.id, epoch: epochKey, consent: consentKey),
            bound: EntryKeys.bound(sealed.id, epoch: epoch.number, deadline: sealed.deadline))
        guard let opened, let payload = EntryPayload(opened), payload.consent == consent.id else { return nil }
        return StoredEntry(
            id: sealed.id, consent: consent.id, purpose: consent.purpose, time: payload.time, gate: payload.gate,
            direction: payload.direction, outcome: payload.outcome, deadline: sealed.deadline.earlier(epoch.expires))
    }
}
