import Audit
import Foundation
import GRDB

/// The row of `store`: what binds the database to its key file.
enum StoreTable {
    struct Identity: Hashable {
        let store: [UInt8]
        let indexSlot: Int
        let codeSlot: Int
    }

    static func identity(in database: Database) throws -> Identity? {
        try Row.fetchOne(database, sql: "SELECT * FROM store").map { row in
            Identity(store: Array(row["store_id"] as Data), indexSlot: row["index_slot"], codeSlot: row["code_slot"])
        }
    }

    static func insert(_ identity: Identity, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO store VALUES(1, ?, ?, ?, 0, 0)",
            arguments: [Data(identity.store), identity.indexSlot, identity.codeSlot])
    }

    static func requestVacuum(in database: Database) throws {
        try database.execute(sql: "UPDATE store SET vacuum_due = 1")
    }

    static func vacuumDone(at time: Int64, in database: Database) throws {
        try database.execute(sql: "UPDATE store SET vacuum_due = 0, vacuum_ms = ?", arguments: [time])
    }

    /// When the database was last written anew, and whether it is due again.
    static func vacuum(in database: Database) throws -> (isDue: Bool, last: Int64) {
        try Row.fetchOne(database, sql: "SELECT vacuum_due, vacuum_ms FROM store").map { ($0[0], $0[1]) } ?? (false, 0)
    }

    /// Every slot whose key a row needs.
    static func usedSlots(in database: Database) throws -> Set<Int> {
        try Set(
            Int.fetchAll(
                database,
                sql: """
                    SELECT key_slot FROM consent UNION ALL SELECT key_slot FROM epoch
                    UNION ALL SELECT index_slot FROM store UNION ALL SELECT code_slot FROM store
                    """))
    }
}

/// The row of `clock_state`.
enum ClockTable {
    static func state(in database: Database) throws -> ClockState? {
        try Row.fetchOne(database, sql: "SELECT * FROM clock_state").flatMap { row in
            guard let bootID = UInt128(bytes: row["boot_id"] as Data) else { return nil }
            let claim = (row["claim_ahead_ms"] as Int64?).flatMap { ahead in
                (row["claim_since_ms"] as Int64?).map { ClockState.Claim(ahead: ahead, since: $0) }
            }
            return ClockState(
                bootID: bootID, boottime: row["boottime_ns"], now: row["t_eff_ms"], uptime: row["uptime_total_ms"],
                isSynchronized: row["synced"], claim: claim)
        }
    }

    static func save(_ state: ClockState, in database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO clock_state VALUES(1, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                Data(state.bootID.bytes), state.boottime, state.now, state.uptime, state.isSynchronized ? 1 : 0,
                state.claim?.ahead, state.claim?.since,
            ])
    }

    /// The latest moments that rows bear; nothing where there are no rows.
    static func floor(in database: Database) throws -> ClockFloor? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT max(utc) AS utc, max(coalesce(uptime, 0)) AS uptime FROM (
                SELECT max(event_utc_ms) AS utc, NULL AS uptime FROM consent_event
                UNION ALL SELECT max(starts_utc_ms), max(starts_uptime_s) FROM epoch
                UNION ALL SELECT max(done_ms), max(done_uptime_s) FROM purge_ledger)
                """
        ).flatMap { row in
            (row["utc"] as Int64?).map { ClockFloor(now: $0, uptime: ((row["uptime"] as Int64?) ?? 0) * 1000) }
        }
    }
}

/// Rows of `notice` and `party`.
enum NoticeTable {
    static func insert(_ notice: Notice, at time: Int64, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO notice VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [Data(notice.hash), notice.version, notice.language, notice.canonical, time])
        try database.execute(
            sql: """
                INSERT INTO party VALUES(?, ?, ?, ?, 'controller')
                ON CONFLICT(party_id) DO UPDATE SET address = excluded.address, contact = excluded.contact
                """,
            arguments: [
                Party.id(of: notice.controller), notice.controller.name, notice.controller.address,
                notice.controller.contact,
            ])
    }

    /// The canonical text of a notice.
    static func body(_ hash: [UInt8], in database: Database) throws -> String? {
        try String.fetchOne(database, sql: "SELECT body FROM notice WHERE sha256 = ?", arguments: [Data(hash)])
    }
}

/// Rows of `refusal`: one number a day.
enum RefusalTable {
    static func count(on day: Int64, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO refusal VALUES(?, 1) ON CONFLICT(day) DO UPDATE SET count = count + 1", arguments: [day])
    }

    static func total(on day: Int64, in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count FROM refusal WHERE day = ?", arguments: [day]) ?? 0
    }

    static func delete(before day: Int64, in database: Database) throws {
        try database.execute(sql: "DELETE FROM refusal WHERE day < ?", arguments: [day])
    }
}
