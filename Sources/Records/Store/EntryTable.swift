import Audit
import Foundation
import GRDB

/// Rows of the tables of entries.
enum EntryTable {
    /// A row as it is stored: nothing of it can be read without both keys.
    struct SealedEntry {
        let id: RecordID
        let deadline: Deadline
        let sealed: [UInt8]
    }

    static func insert(_ entry: SealedEntry, tag: [UInt8], into epoch: Epoch, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO entry_\(epoch.number) VALUES(?, ?, ?, ?, ?)",
            arguments: [
                Data(entry.id.bytes), Data(tag), entry.deadline.utc, entry.deadline.uptime, Data(entry.sealed),
            ])
    }

    static func entries(tagged tag: [UInt8], in epoch: Epoch, _ database: Database) throws -> [SealedEntry] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM entry_\(epoch.number) WHERE tag = ?", arguments: [Data(tag)]
        ).map { row in
            guard let id = RecordID(row["entry_id"] as Data) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
            return SealedEntry(
                id: id, deadline: Deadline(utc: row["expires_utc_ms"], uptime: row["expires_uptime_s"]),
                sealed: Array(row["sealed"] as Data))
        }
    }

    /// - Returns: how many.
    static func delete(tagged tag: [UInt8], in epoch: Epoch, _ database: Database) throws -> Int {
        try database.execute(sql: "DELETE FROM entry_\(epoch.number) WHERE tag = ?", arguments: [Data(tag)])
        return database.changesCount
    }
}
