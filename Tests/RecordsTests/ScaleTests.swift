import Audit
import Foundation
import GRDB
import Records
import RecordsFixture
import Settings
import Testing

/// What a record costs on this disk. Long: `LINTEL_RECORD_SCALE` names how many consents to fill a store with.
@Suite(
    "Cost of records", .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["LINTEL_RECORD_SCALE"] != nil))
struct ScaleTests {
    private let people = ProcessInfo.processInfo.environment["LINTEL_RECORD_SCALE"].flatMap { Int($0) } ?? 100

    @Test("a record costs no more than twice what SQLite takes for a row with the same pragmas")
    func append() throws {
        let test = try TestStore()
        test.slots = 1024
        test.settings.notice.feverOutcome.items = []
        let store = try test.open()
        let receipts = try (0..<people).map { _ in try store.grant([.entryLog], language: "en", method: .kiosk) }
        let references = receipts.map(\.code)
        let plain = try plainDatabase(test.directory.file("plain.db"))
        var (records, rows, lookups): ([Duration], [Duration], [Duration]) = ([], [], [])
        for number in 0..<2000 {
            test.machine.pass(2000)
            let code = references[number % references.count]
            records.append(try timed { _ = try store.append(.admitted(), under: SubjectReference(code: code)) })
            rows.append(
                try timed {
                    try plain.write {
                        try $0.execute(
                            sql: "INSERT INTO entry VALUES(randomblob(16), randomblob(16), 0, 0, randomblob(92))")
                    }
                })
            if number % 10 == 0 {
                lookups.append(try timed { _ = try store.entries(of: SubjectReference(code: code)) })
            }
        }
        let purge = try timed {
            test.machine.pass(14 * TestMachine.day)
            try store.tick()
        }
        #expect(try store.status().entries == 0)
        let report = """
            append p50 \(percentile(records, 50)) p99 \(percentile(records, 99)); \
            plain row p50 \(percentile(rows, 50)) p99 \(percentile(rows, 99)); \
            lookup p50 \(percentile(lookups, 50)) p99 \(percentile(lookups, 99)); purge of 2000 \(purge)
            """
        FileHandle.standardError.write(Data("\(report)\n".utf8))
        #expect(percentile(records, 99) <= percentile(rows, 99) * 2, "\(report)")
    }

    private func plainDatabase(_ path: String) throws -> DatabaseQueue {
        let database = try DatabaseQueue(path: path)
        try database.writeWithoutTransaction { database in
            for pragma in ["secure_delete = 1", "journal_mode = wal", "synchronous = 2", "temp_store = 2"] {
                try database.execute(sql: "PRAGMA \(pragma)")
            }
            try database.execute(
                sql: """
                    CREATE TABLE entry(id BLOB PRIMARY KEY, tag BLOB, utc INTEGER, uptime INTEGER, sealed BLOB) STRICT, WITHOUT ROWID;
                    CREATE INDEX entry_tag ON entry(tag)
                    """)
        }
        return database
    }

    private func timed(_ body: () throws -> Void) throws -> Duration {
        let begin = ContinuousClock.now
        try body()
        return ContinuousClock.now - begin
    }

    private func percentile(_ durations: [Duration], _ percent: Int) -> Duration {
        let sorted = durations.sorted()
        return sorted[min(sorted.count - 1, sorted.count * percent / 100)]
    }
}
