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
        try database.prepared(
            "INSERT INTO entry_\(epoch.number) VALUES(?, ?, ?, ?, ?)",
            [Data(entry.id.bytes), Data(tag), entry.deadline.utc, entry.deadline.uptime, Data(entry.sealed)])
    }

    static func entries(tagged tag: [UInt8], in epoch: Epoch, _ database: Database) throws -> [SealedEntry] {
        try database.prepared(
            "SELECT entry_id, expires_utc_ms, expires_uptime_s, sealed FROM entry_\(epoch.number) WHERE tag = ?",
            [Data(tag)]
        ) { row in
            guard let id = RecordID(row[0] as Data) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
            return SealedEntry(
                id: id, deadline: Deadline(utc: row[1], uptime: row[2]), sealed: Array(row[3] as Data))
        }
    }

    /// - Returns: how many.
    static func delete(tagged tag: [UInt8], in epoch: Epoch, _ database: Database) throws -> Int {
        try database.execute(sql: "DELETE FROM entry_\(epoch.number) WHERE tag = ?", arguments: [Data(tag)])
        return database.changesCount
    }
}
