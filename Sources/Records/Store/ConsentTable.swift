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
        try Row.fetchAll(
            database, sql: "SELECT * FROM consent WHERE lookup = ? ORDER BY purpose", arguments: [Data(lookup)]
        ).map(consent)
    }

    static func consent(_ id: RecordID, in database: Database) throws -> Consent? {
        try Row.fetchOne(database, sql: "SELECT * FROM consent WHERE record_id = ?", arguments: [Data(id.bytes)])
            .map(consent)
    }

    static func proof(of id: RecordID, in database: Database) throws -> Int64 {
        try Int64.fetchOne(
            database, sql: "SELECT proof_s FROM consent WHERE record_id = ?", arguments: [Data(id.bytes)])
            ?? 0
    }

    static func all(in database: Database) throws -> [Consent] {
        try Row.fetchAll(database, sql: "SELECT * FROM consent").map(consent)
    }

    static func count(in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM consent") ?? 0
    }

    /// The consents that may have to go: over, or withdrawn.
    static func candidates(at clock: TrustedClock, in database: Database) throws -> [Consent] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM consent WHERE expires_utc_ms <= ? OR expires_uptime_s <= ? OR EXISTS (
                SELECT 1 FROM consent_event e WHERE e.record_id = consent.record_id AND e.state = 'Withdrawn')
                """, arguments: [clock.now, clock.uptime]
        ).map(consent)
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
        try Row.fetchAll(
            database, sql: "SELECT * FROM consent_event WHERE record_id = ? ORDER BY seq", arguments: [Data(id.bytes)]
        ).map(event)
    }

    private static func consent(_ row: Row) throws -> Consent {
        guard let id = RecordID(row["record_id"] as Data), let purpose = Purpose(rawValue: row["purpose"]),
            let method = CollectionMethod(rawValue: row["collection_method"])
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return Consent(
            id: id, purpose: purpose,
            items: RecordItems(rawValue: UInt16(truncatingIfNeeded: row["pii_types"] as Int64)),
            notice: Array(row["notice_sha256"] as Data), controller: row["controller"],
            jurisdiction: row["jurisdiction"], storageLocation: row["storage_location"], retention: row["retention_s"],
            withdrawalMethod: row["withdrawal_method"], collectionMethod: method,
            deadline: Deadline(utc: row["expires_utc_ms"], uptime: row["expires_uptime_s"]), slot: row["key_slot"],
            sealedSubject: Array(row["subject_sealed"] as Data))
    }

    private static func event(_ row: Row) throws -> ConsentEvent {
        guard let state = ConsentState(rawValue: row["state"]),
            let entity = ConsentEvent.Entity(rawValue: row["entity"]),
            let trust = ConsentEvent.ClockTrust(rawValue: row["clock_trust"])
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return ConsentEvent(
            sequence: row["seq"], state: state, time: row["event_utc_ms"], validity: row["validity_s"], entity: entity,
            method: row["method"], trust: trust, code: Array(row["mac"] as Data))
    }
}
