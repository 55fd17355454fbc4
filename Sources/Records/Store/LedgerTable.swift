import GRDB

/// One line of the proof that something was destroyed.
public struct LedgerEntry: Hashable, Sendable {
    /// The epoch, or 0 for a consent.
    public let epoch: Int64
    public let reason: PurgeReason
    /// Entries that were destroyed with it.
    public let rows: Int
    /// When it was due and when it was done, trusted UTC milliseconds.
    public let due: Int64
    public let done: Int64
    /// Whether the key was found gone: the slot holds none, and what was sealed under it does not open.
    public let isVerified: Bool
}

/// Rows of `purge_ledger`.
enum LedgerTable {
    static func insert(_ entry: LedgerEntry, uptime: Int64, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO purge_ledger VALUES(NULL, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                entry.epoch, entry.reason.rawValue, entry.rows, entry.due, entry.done, uptime, entry.isVerified ? 1 : 0,
            ])
    }

    /// The last ones, newest first.
    static func entries(last count: Int, in database: Database) throws -> [LedgerEntry] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM purge_ledger ORDER BY seq DESC LIMIT ?", arguments: [count]
        ).compactMap { row in
            PurgeReason(rawValue: row["reason"]).map { reason in
                LedgerEntry(
                    epoch: row["epoch"], reason: reason, rows: row["rows"], due: row["due_ms"], done: row["done_ms"],
                    isVerified: row["verified"])
            }
        }
    }

    /// Drops what is older than this; the newest line stays, for the number of the next epoch rests on it.
    static func delete(before time: Int64, in database: Database) throws {
        try database.execute(
            sql: "DELETE FROM purge_ledger WHERE done_ms < ? AND epoch < (SELECT max(epoch) FROM purge_ledger)",
            arguments: [time])
    }
}
