import Audit
import GRDB

// What SQLite leaves on the disk of rows that are gone: in its log, and behind the end of a file that became shorter.
extension RecordDatabase {
    /// Moves all of the write-ahead log into the database, overwrites the log with zeros and empties it.
    ///
    /// The blocks that an emptied file gives back to the file system keep what was written to them last: zeros.
    /// - Throws: `system` where a reader holds it.
    func checkpoint() throws(RecordsError) {
        try moveLog("RESTART")
        try wipeLog()
        try moveLog("TRUNCATE")
    }

    private func moveLog(_ mode: String) throws(RecordsError) {
        let busy = try run { database in
            try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(\(mode))").map { $0[0] as Int } ?? 1
        }
        guard busy == 0 else {
            throw RecordsError(
                .system, what: path, cause: "a reader keeps the write-ahead log, so deleted rows are still in the file",
                remedy: "End the program that has the database open (`fuser -v \(path)`).")
        }
    }

    /// All of the log is in the database, on the disk, and nobody reads it: SQLite begins it anew, whatever it holds. The
    /// write lock of the transaction keeps others from doing so meanwhile.
    private func wipeLog() throws(RecordsError) {
        let name = "\(path)-wal"
        guard SystemFile.exists(name) else { return }
        let log = try SystemFile(name, .existing)
        try transaction { _ in try log.zero(0..<log.size) }
    }

    /// Writes the whole database anew, without what deleted rows left between cells.
    ///
    /// What it needs no more of its file is overwritten with zeros before it is cut off.
    func vacuum() throws(RecordsError) {
        // The end must not be cut off by a checkpoint of the vacuum's own.
        try run { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
        defer { try? run { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 1000") } }
        try run { try $0.execute(sql: "VACUUM") }
        try wipeEnd()
    }

    /// The log holds every page of the new database, on the disk: what lies behind its end in the file is nobody's but
    /// an old reader's.
    private func wipeEnd() throws(RecordsError) {
        try transaction { database in
            let pages = try Int64.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            let end = pages * (try Int64.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
            let size = try file.file.size
            if end > 0, end < size { try file.file.zero(end..<size) }
        }
    }
}
