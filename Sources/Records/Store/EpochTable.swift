import Audit
import Foundation
import GRDB

/// Rows of `epoch`, and the tables of their entries.
enum EpochTable {
    static func insert(_ epoch: Epoch, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO epoch VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
            arguments: [
                epoch.number, epoch.purpose.rawValue, epoch.retention, epoch.starts.utc, epoch.starts.uptime,
                epoch.expires.utc, epoch.expires.uptime, epoch.slot, epoch.state.rawValue, Data(epoch.canary),
                epoch.reason.rawValue,
            ])
        try database.execute(sql: RecordSchema.entries(epoch.number))
    }

    /// A number that no epoch had before, destroyed ones included.
    static func nextNumber(in database: Database) throws -> Int64 {
        let last = try Int64.fetchOne(
            database,
            sql:
                "SELECT max(coalesce((SELECT max(epoch) FROM epoch), 0), coalesce((SELECT max(epoch) FROM purge_ledger), 0))"
        )
        return (last ?? 0) + 1
    }

    static func epochs(_ state: Epoch.State? = nil, in database: Database) throws -> [Epoch] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM epoch WHERE ?1 IS NULL OR state = ?1 ORDER BY epoch",
            arguments: [state?.rawValue]
        ).map(epoch)
    }

    /// Whether a purge has something to do: an epoch is over, or one before it did not end.
    static func needsPurge(at clock: TrustedClock, in database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS(SELECT 1 FROM epoch WHERE state != 'open' OR expires_utc_ms <= ? OR expires_uptime_s <= ?)
                """, arguments: [clock.now, clock.uptime]) ?? true
    }

    /// The earliest deadlines of all epochs; nothing where there are none.
    static func earliest(in database: Database) throws -> Deadline? {
        try Row.fetchOne(database, sql: "SELECT min(expires_utc_ms), min(expires_uptime_s) FROM epoch").flatMap { row in
            (row[0] as Int64?).flatMap { utc in (row[1] as Int64?).map { Deadline(utc: utc, uptime: $0) } }
        }
    }

    static func open(_ purpose: Purpose, retention: Int64, starting start: Int64, in database: Database) throws
        -> Epoch?
    {
        try Row.fetchOne(
            database,
            sql: """
                SELECT * FROM epoch
                WHERE purpose = ? AND retention_s = ? AND starts_utc_ms = ? AND state = 'open'
                """, arguments: [purpose.rawValue, retention, start]
        ).map(epoch)
    }

    /// Shortens the life of every open epoch of a purpose to a retention; longer lives only.
    static func shorten(_ purpose: Purpose, to retention: Int64, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE epoch SET expires_utc_ms = min(expires_utc_ms, starts_utc_ms + :retention * 1000),
                expires_uptime_s = min(expires_uptime_s, starts_uptime_s + :retention), reason = 'policy'
                WHERE purpose = :purpose AND state = 'open' AND (expires_utc_ms > starts_utc_ms + :retention * 1000
                OR expires_uptime_s > starts_uptime_s + :retention)
                """, arguments: ["retention": retention, "purpose": purpose.rawValue])
    }

    static func hide(_ epoch: Epoch, in database: Database) throws {
        try database.execute(sql: "UPDATE epoch SET state = 'hidden' WHERE epoch = ?", arguments: [epoch.number])
    }

    /// Drops the entries; the row stays until the ledger has it.
    static func drop(_ epoch: Epoch, in database: Database) throws {
        let rows = try count(epoch, in: database)
        try database.execute(sql: "DROP TABLE entry_\(epoch.number)")
        try database.execute(
            sql: "UPDATE epoch SET state = 'dropped', rows = ? WHERE epoch = ?", arguments: [rows, epoch.number])
    }

    static func delete(_ epoch: Epoch, in database: Database) throws {
        try database.execute(sql: "DELETE FROM epoch WHERE epoch = ?", arguments: [epoch.number])
    }

    static func count(_ epoch: Epoch, in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM entry_\(epoch.number)") ?? 0
    }

    private static func epoch(_ row: Row) throws -> Epoch {
        guard let purpose = Purpose(rawValue: row["purpose"]), let state = Epoch.State(rawValue: row["state"]),
            let reason = PurgeReason(rawValue: row["reason"])
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return Epoch(
            number: row["epoch"], purpose: purpose, retention: row["retention_s"],
            starts: Deadline(utc: row["starts_utc_ms"], uptime: row["starts_uptime_s"]),
            expires: Deadline(utc: row["expires_utc_ms"], uptime: row["expires_uptime_s"]), slot: row["key_slot"],
            state: state, canary: Array(row["canary"] as Data), rows: row["rows"], reason: reason)
    }
}
