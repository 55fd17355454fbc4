/// The tables, by version. A released step is never changed: a new version is a new step.
///
/// There is no column for a name, telephone, badge, face, picture, temperature or free text, and the longest sealed
/// value is 160 bytes: no picture fits.
package enum RecordSchema {
    /// "LNTL": tells this database from any other.
    static let applicationID: Int32 = 0x4C4E_544C

    /// The SQL that leads from each version to the next; `user_version` counts them.
    package static let steps = [version1]

    private static let version1 = """
        CREATE TABLE store(
          one INTEGER PRIMARY KEY CHECK(one = 1),
          store_id BLOB NOT NULL CHECK(length(store_id) = 16), -- the key file's
          index_slot INTEGER NOT NULL, -- the key of consent.lookup
          code_slot INTEGER NOT NULL, -- the key of consent_event.mac
          vacuum_due INTEGER NOT NULL CHECK(vacuum_due IN (0, 1)),
          vacuum_ms INTEGER NOT NULL) STRICT;
        CREATE TABLE notice(
          sha256 BLOB PRIMARY KEY CHECK(length(sha256) = 32), version TEXT NOT NULL, lang TEXT NOT NULL,
          body TEXT NOT NULL, valid_from INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE party(
          party_id TEXT PRIMARY KEY, name TEXT NOT NULL, address TEXT NOT NULL, contact TEXT NOT NULL,
          party_type TEXT NOT NULL CHECK(party_type IN ('controller', 'processor'))) STRICT;
        CREATE TABLE consent(
          record_id BLOB PRIMARY KEY CHECK(length(record_id) = 16), schema_version TEXT NOT NULL,
          lookup BLOB NOT NULL CHECK(length(lookup) = 32), -- HMAC(index key, subject reference)
          key_slot INTEGER NOT NULL UNIQUE,
          subject_sealed BLOB NOT NULL CHECK(length(subject_sealed) <= 64), -- under the consent's own key
          purpose TEXT NOT NULL CHECK(purpose IN ('entry_log', 'fever_outcome')),
          sensitive INTEGER NOT NULL CHECK(sensitive = (purpose = 'fever_outcome')),
          pii_types INTEGER NOT NULL CHECK(pii_types BETWEEN 1 AND 15 AND (purpose = 'fever_outcome' OR pii_types < 8)),
          notice_sha256 BLOB NOT NULL REFERENCES notice, controller TEXT NOT NULL REFERENCES party,
          lawful_basis TEXT NOT NULL CHECK(lawful_basis = 'consent'), jurisdiction TEXT NOT NULL,
          storage_location TEXT NOT NULL, retention_s INTEGER NOT NULL CHECK(retention_s BETWEEN 60 AND 2419200),
          proof_s INTEGER NOT NULL CHECK(proof_s BETWEEN 0 AND 7776000), withdrawal_method TEXT NOT NULL,
          recipients TEXT NOT NULL CHECK(recipients = '[]'), collection_method TEXT NOT NULL,
          expires_utc_ms INTEGER NOT NULL, expires_uptime_s INTEGER NOT NULL,
          erased_rows INTEGER NOT NULL, -- entries that its withdrawal destroyed
          UNIQUE(lookup, purpose)) STRICT, WITHOUT ROWID;
        CREATE TABLE consent_event(
          record_id BLOB NOT NULL REFERENCES consent, seq INTEGER NOT NULL,
          state TEXT NOT NULL CHECK(state IN ('Requested', 'Given', 'Renewed', 'Withdrawn', 'Expired', 'Invalidated')),
          event_type TEXT NOT NULL CHECK(event_type = 'explicit'), event_utc_ms INTEGER NOT NULL,
          validity_s INTEGER NOT NULL, entity TEXT NOT NULL CHECK(entity IN ('subject', 'controller', 'system')),
          method TEXT NOT NULL, clock_trust INTEGER NOT NULL, mac BLOB NOT NULL CHECK(length(mac) = 32),
          PRIMARY KEY(record_id, seq)) STRICT, WITHOUT ROWID;
        -- Each has a table entry_EPOCH until it is dropped.
        CREATE TABLE epoch(
          epoch INTEGER PRIMARY KEY, purpose TEXT NOT NULL CHECK(purpose IN ('entry_log', 'fever_outcome')),
          retention_s INTEGER NOT NULL CHECK(retention_s BETWEEN 60 AND 2419200),
          starts_utc_ms INTEGER NOT NULL, starts_uptime_s INTEGER NOT NULL,
          expires_utc_ms INTEGER NOT NULL, expires_uptime_s INTEGER NOT NULL,
          key_slot INTEGER NOT NULL UNIQUE, state TEXT NOT NULL CHECK(state IN ('open', 'hidden', 'dropped')),
          canary BLOB NOT NULL CHECK(length(canary) <= 64), rows INTEGER NOT NULL, reason TEXT NOT NULL,
          UNIQUE(purpose, retention_s, starts_utc_ms)) STRICT;
        CREATE TABLE purge_ledger(
          seq INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, reason TEXT NOT NULL, rows INTEGER NOT NULL,
          due_ms INTEGER NOT NULL, done_ms INTEGER NOT NULL, done_uptime_s INTEGER NOT NULL,
          verified INTEGER NOT NULL) STRICT;
        CREATE TABLE refusal(day INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;
        CREATE TABLE clock_state(
          one INTEGER PRIMARY KEY CHECK(one = 1), boot_id BLOB NOT NULL CHECK(length(boot_id) = 16),
          boottime_ns INTEGER NOT NULL, t_eff_ms INTEGER NOT NULL, uptime_total_ms INTEGER NOT NULL,
          synced INTEGER NOT NULL, claim_ahead_ms INTEGER, claim_since_ms INTEGER) STRICT;
        """

    /// The table of an epoch's entries. It has no row but of this epoch, so that dropping it leaves no page of it.
    static func entries(_ epoch: Int64) -> String {
        """
        CREATE TABLE entry_\(epoch)(
          entry_id BLOB PRIMARY KEY CHECK(length(entry_id) = 16), tag BLOB NOT NULL CHECK(length(tag) = 16),
          expires_utc_ms INTEGER NOT NULL, expires_uptime_s INTEGER NOT NULL,
          sealed BLOB NOT NULL CHECK(length(sealed) <= 160)) STRICT, WITHOUT ROWID;
        CREATE INDEX entry_\(epoch)_tag ON entry_\(epoch)(tag);
        """
    }
}
