import Audit
import Foundation
import GRDB

/// Rows of `consent` and `consent_event`.
enum ConsentTable {
    // MARK: Writing

    static func insert(_ consent: Consent, lookup: [UInt8], proof: Int64, in database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO consent VALUES(:id, :schema, :lookup, :slot, :sealed, :purpose, :sensitive, :items, :notice,
                :controller, 'consent', :jurisdiction, :storage, :retention, :proof, :withdrawal, '[]', :collection,
                :utc, :uptime, 0)
                """,
            arguments: [
                "id": Data(consent.id.bytes), "schema": Consent.schemaVersion, "lookup": Data(lookup),
                "slot": consent.slot, "sealed": Data(consent.sealedSubject), "purpose": consent.purpose.rawValue,
                "sensitive": consent.purpose.isSensitive ? 1 : 0, "items": Int64(consent.items.rawValue),
                "notice": Data(consent.notice), "controller": consent.controller,
                "jurisdiction": consent.jurisdiction, "storage": consent.storageLocation,
                "retention": consent.retention, "proof": proof, "withdrawal": consent.withdrawalMethod,
                "collection": consent.collectionMethod.rawValue, "utc": consent.deadline.utc,
                "uptime": consent.deadline.uptime,
            ])
    }

    static func append(_ event: ConsentEvent, to id: RecordID, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO consent_event VALUES(?, ?, ?, 'explicit', ?, ?, ?, ?, ?, ?)",
            arguments: [
                Data(id.bytes), event.sequence, event.state.rawValue, event.time, event.validity, event.entity.rawValue,
                event.method, event.trust.rawValue, Data(event.code),
            ])
    }

    static func setDeadline(_ deadline: Deadline, of id: RecordID, in database: Database) throws {
        try database.execute(
            sql: "UPDATE consent SET expires_utc_ms = ?, expires_uptime_s = ? WHERE record_id = ?",
            arguments: [deadline.utc, deadline.uptime, Data(id.bytes)])
    }

    /// Makes a withdrawn consent that must still be proved unfindable by its receipt.
    static func forget(lookup: [UInt8], of id: RecordID, in database: Database) throws {
        try database.execute(
            sql: "UPDATE consent SET lookup = ? WHERE record_id = ?", arguments: [Data(lookup), Data(id.bytes)])
    }

    static func delete(_ id: RecordID, in database: Database) throws {
        try database.execute(sql: "DELETE FROM consent_event WHERE record_id = ?", arguments: [Data(id.bytes)])
        try database.execute(sql: "DELETE FROM consent WHERE record_id = ?", arguments: [Data(id.bytes)])
    }

    // MARK: Reading

    static func consents(lookup: [UInt8], in database: Database) throws -> [Consent] {
        try database.prepared(
            "SELECT \(columns) FROM consent WHERE lookup = ? ORDER BY purpose", [Data(lookup)], consent)
    }

    static func consent(_ id: RecordID, in database: Database) throws -> Consent? {
        try database.prepared("SELECT \(columns) FROM consent WHERE record_id = ?", [Data(id.bytes)], consent).first
    }

    static func proof(of id: RecordID, in database: Database) throws -> Int64 {
        try Int64.fetchOne(
            database, sql: "SELECT proof_s FROM consent WHERE record_id = ?", arguments: [Data(id.bytes)])
            ?? 0
    }

    static func all(in database: Database) throws -> [Consent] {
        try database.prepared("SELECT \(columns) FROM consent", [], consent)
    }

    static func count(in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM consent") ?? 0
    }

    /// The consents that may have to go: over, or withdrawn.
    static func candidates(at clock: TrustedClock, in database: Database) throws -> [Consent] {
        try database.prepared(
            """
            SELECT \(columns) FROM consent WHERE expires_utc_ms <= ? OR expires_uptime_s <= ? OR EXISTS (
            SELECT 1 FROM consent_event e WHERE e.record_id = consent.record_id AND e.state = 'Withdrawn')
            """, [clock.now, clock.uptime], consent)
    }

    /// Adds to the entries that a withdrawal destroyed, for the ledger.
    static func addErased(_ rows: Int, of id: RecordID, in database: Database) throws {
        try database.execute(
            sql: "UPDATE consent SET erased_rows = erased_rows + ? WHERE record_id = ?",
            arguments: [rows, Data(id.bytes)])
    }

    static func erased(of id: RecordID, in database: Database) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT erased_rows FROM consent WHERE record_id = ?", arguments: [Data(id.bytes)])
            ?? 0
    }

    static func events(of id: RecordID, in database: Database) throws -> [ConsentEvent] {
        try database.prepared(
            """
            SELECT seq, state, event_utc_ms, validity_s, entity, method, clock_trust, mac FROM consent_event
            WHERE record_id = ? ORDER BY seq
            """, [Data(id.bytes)], event)
    }

    /// In the order in which `consent` reads them.
    private static let columns = """
        record_id, purpose, collection_method, pii_types, notice_sha256, controller, jurisdiction, storage_location, \
        retention_s, withdrawal_method, expires_utc_ms, expires_uptime_s, key_slot, subject_sealed
        """

    private static func consent(_ row: Row) throws -> Consent {
        guard let id = RecordID(row[0] as Data), let purpose = Purpose(rawValue: row[1]),
            let method = CollectionMethod(rawValue: row[2])
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return Consent(
            id: id, purpose: purpose, items: RecordItems(rawValue: UInt16(truncatingIfNeeded: row[3] as Int64)),
            notice: Array(row[4] as Data), controller: row[5], jurisdiction: row[6], storageLocation: row[7],
            retention: row[8], withdrawalMethod: row[9], collectionMethod: method,
            deadline: Deadline(utc: row[10], uptime: row[11]), slot: row[12], sealedSubject: Array(row[13] as Data))
    }

    private static func event(_ row: Row) throws -> ConsentEvent {
        guard let state = ConsentState(rawValue: row[1]), let entity = ConsentEvent.Entity(rawValue: row[4]),
            let trust = ConsentEvent.ClockTrust(rawValue: row[6])
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return ConsentEvent(
            sequence: row[0], state: state, time: row[2], validity: row[3], entity: entity, method: row[5],
            trust: trust, code: Array(row[7] as Data))
    }
}
