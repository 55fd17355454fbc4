import Audit
import Foundation
import GRDB

/// The SQLite file: opened only when it is sound and ours, with the pragmas that deletion rests on asserted.
struct RecordDatabase: Sendable {
    let path: String
    private let queue: DatabaseQueue

    /// Opens the file, or makes it.
    ///
    /// - Throws: `foreignDatabase`, `damagedDatabase` or `pragma`; the file is left as it is then.
    init(_ path: String) throws(RecordsError) {
        self.path = path
        let isNew = try DatabaseHeader.check(path)
        queue = try Self.attempt(path) { try DatabaseQueue(path: path, configuration: Self.configuration) }
        if isNew {
            try run { try $0.execute(sql: "PRAGMA application_id = \(RecordSchema.applicationID)") }
        } else {
            try checkIntegrity()
        }
        try run { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try assertPragmas()
        try migrate()
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "lintel records"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(0.2)
        configuration.prepareDatabase { database in
            for (name, value) in pragmas where name != "journal_mode" {
                try database.execute(sql: "PRAGMA \(name) = \(value)")
            }
        }
        return configuration
    }

    /// What deletion and safety rest on; the defaults differ between builds of SQLite.
    static let pragmas = [
        ("secure_delete", "1"), ("journal_mode", "wal"), ("synchronous", "2"), ("temp_store", "2"),
        ("foreign_keys", "1"), ("trusted_schema", "0"), ("mmap_size", "0"), ("cell_size_check", "1"),
    ]

    private func assertPragmas() throws(RecordsError) {
        for (name, expected) in Self.pragmas {
            let found = try run { try String.fetchOne($0, sql: "PRAGMA \(name)") }
            // SQLite built without memory mapping answers nothing.
            guard found == expected || (name == "mmap_size" && found == nil) else {
                throw RecordsError(
                    .pragma, what: path, cause: "PRAGMA \(name) is \(found ?? "unknown"), not \(expected)",
                    remedy: "Use Debian's libsqlite3.")
            }
        }
    }

    private func checkIntegrity() throws(RecordsError) {
        let report = try run { database in
            try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
                + Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { _ in "a row refers to none" }
        }
        guard report == ["ok"] else { throw DatabaseHeader.damaged(path, "its integrity check fails") }
    }

    private func migrate() throws(RecordsError) {
        let version = try run { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
        for (index, step) in RecordSchema.steps.enumerated().dropFirst(version) {
            try transaction { database in
                try database.execute(sql: step)
                try database.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
        }
    }

    // MARK: Using

    /// Runs `body` outside of a transaction.
    func run<Result>(_ body: (Database) throws -> Result) throws(RecordsError) -> Result {
        try Self.attempt(path) { try queue.writeWithoutTransaction(body) }
    }

    /// Runs `body` in a transaction that has the write lock from its beginning; whatever it throws undoes all of it.
    func transaction<Result>(_ body: (Database) throws -> Result) throws(RecordsError) -> Result {
        try Self.attempt(path) {
            try queue.writeWithoutTransaction { database in
                var result: Result?
                try database.inTransaction(.immediate) {
                    result = try body(database)
                    return .commit
                }
                guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
                return result
            }
        }
    }

    /// Moves all of the write-ahead log into the database and empties it.
    ///
    /// - Throws: `system` where a reader holds it.
    func checkpoint() throws(RecordsError) {
        let busy = try run { database in
            try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map { $0[0] as Int } ?? 1
        }
        guard busy == 0 else {
            throw RecordsError(
                .system, what: path, cause: "a reader keeps the write-ahead log, so deleted rows are still in the file",
                remedy: "End the program that has the database open (`fuser -v \(path)`).")
        }
    }

    /// Writes the whole database anew, without what deleted rows left between cells.
    func vacuum() throws(RecordsError) { try run { try $0.execute(sql: "VACUUM") } }

    private static func attempt<Result>(_ path: String, _ body: () throws -> Result) throws(RecordsError) -> Result {
        do {
            return try body()
        } catch let error as RecordsError {
            throw error
        } catch let error as DatabaseError {
            throw RecordsError(error, path)
        } catch {
            throw RecordsError(
                .system, what: path, cause: "the database can't be used",
                remedy: "Check the disk and the state directory.")
        }
    }
}

extension RecordsError {
    /// SQLite's code only: neither statement nor values.
    fileprivate init(_ error: DatabaseError, _ path: String) {
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self = DatabaseHeader.damaged(path, "SQLite finds it damaged (code \(error.extendedResultCode.rawValue))")
        default:
            self.init(
                .system, what: path, cause: "SQLite refuses with code \(error.extendedResultCode.rawValue)",
                remedy: "Check the disk, its free space, and that no other program has the database open.")
        }
    }
}
