import Audit
import Foundation
import GRDB

/// The SQLite file: opened only when it is sound and ours, with the pragmas that deletion rests on asserted.
struct RecordDatabase: Sendable {
    let path: String
    private let queue: DatabaseQueue
    let file: File

    /// Opens the file, or makes it.
    ///
    /// - Throws: `foreignDatabase`, `damagedDatabase` or `pragma`; the file is left as it is then.
    ///
    /// - Parameter steps: the SQL that leads from each version of the tables to the next.
    init(_ path: String, steps: [String]) throws(RecordsError) {
        self.path = path
        let isNew = try DatabaseHeader.check(path, newest: steps.count)
        if !isNew { try DatabaseInspection.requireSound(path, newest: steps.count) }
        queue = try Self.attempt(path) { try DatabaseQueue(path: path, configuration: Self.configuration) }
        file = try File(path)
        if isNew { try run { try $0.execute(sql: "PRAGMA application_id = \(RecordSchema.applicationID)") } }
        try run { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try assertPragmas()
        try migrate(by: steps)
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

    /// Each step with its number in one transaction: a crash leaves the version before it or the one after.
    private func migrate(by steps: [String]) throws(RecordsError) {
        let version = try run { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
        for (index, step) in steps.enumerated().dropFirst(version) {
            try transaction { database in
                try database.execute(sql: step)
                try database.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
        }
    }

    /// The database's file, beside SQLite's own descriptor. It stays open as long as the database does: closing one
    /// descriptor of a file takes the locks of all (fcntl(2)).
    final class File: Sendable {
        let file: SystemFile

        init(_ path: String) throws(RecordsError) { file = try SystemFile(path, .existing) }
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

    static func attempt<Result>(_ path: String, _ body: () throws -> Result) throws(RecordsError) -> Result {
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
