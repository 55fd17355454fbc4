import Audit
import Crypto

/// The keys of entries, each derived from the two that can be destroyed: the epoch's and the consent's.
enum EntryKeys {
    /// The key of one entry: HKDF(epoch key || consent key, entry id).
    static func entry(_ id: RecordID, epoch: SymmetricKey, consent: SymmetricKey) throws(RecordsError) -> SymmetricKey {
        HMACBytes.derive(try SecretBytes.joined(epoch, consent).key, for: "entry 1", salt: id.bytes)
    }

    /// By what the entries of a person are found within one epoch: 16 bytes that mean nothing in another.
    static func tag(_ reference: borrowing SecretBytes, epoch: SymmetricKey) -> [UInt8] {
        Array(reference.code(key: HMACBytes.derive(epoch, for: "tag 1")).prefix(16))
    }

    /// The key that a consent's subject reference is sealed under.
    static func subject(_ consent: SymmetricKey) -> SymmetricKey { HMACBytes.derive(consent, for: "subject 1") }

    /// What is bound to a sealed entry: its id, its epoch and both deadlines.
    static func bound(_ id: RecordID, epoch: Int64, deadline: Deadline) -> [UInt8] {
        id.bytes + epoch.bytes + deadline.utc.bytes + deadline.uptime.bytes
    }
}
