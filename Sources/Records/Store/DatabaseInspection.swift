import Audit
import Foundation
import GRDB

/// Looks into a database through a connection that can't write, so that one that is refused keeps every byte.
enum DatabaseInspection {
    /// - Throws: `foreignDatabase` where the write-ahead log leads to a later version of the tables, `damagedDatabase`
    ///   where the integrity check fails.
    static func requireSound(_ path: String, newest: Int) throws(RecordsError) {
        // A crash at the birth of the database leaves a rollback journal, which only a writer can play back.
        if isPresent("\(path)-journal") { return }
        let found = try RecordDatabase.attempt(path) {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA trusted_schema = 0")
                try database.execute(sql: "PRAGMA cell_size_check = 1")
            }
            let queue = try DatabaseQueue(path: name(path), configuration: configuration)
            defer { try? queue.close() }
            return try queue.read { database in
                let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
                return (version, try isSound(database))
            }
        }
        guard found.1 else { throw DatabaseHeader.damaged(path, "its integrity check fails") }
        guard found.0 <= newest else { throw DatabaseHeader.later(path) }
    }

    private static func isSound(_ database: Database) throws -> Bool {
        try String.fetchAll(database, sql: "PRAGMA integrity_check(1)") == ["ok"]
            && Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil
    }

    /// Without a write-ahead log the file is opened as one that nothing changes: then no file is made beside it.
    /// SQLite's URI file names, https://www.sqlite.org/uri.html.
    private static func name(_ path: String) -> String {
        guard !isPresent("\(path)-wal"),
            let encoded = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
        else { return path }
        return "file:\(encoded)?immutable=1"
    }

    private static func isPresent(_ path: String) -> Bool {
        (try? SystemFileReader.bytes(of: path, limit: 1))?.isEmpty == false
    }
}
