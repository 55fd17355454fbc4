import Audit
import Foundation
import GRDB
import Records
import RecordsFixture
import Settings
import Testing

/// Databases of every released version are opened with today's program, and tables change without losing a row.
@Suite("Versions of the tables")
struct MigrationTests {
    /// The receipts that version 1 handed out.
    private let both = "54RB-Y3KX-H2GP-WBWY-FX4X-QCR6-AXTW"
    private let log = "1KQG-7S5Y-KEN3-TG7M-XS95-23YV-5TNP"

    /// A store as version 1 left it.
    private func version1() throws -> TestStore {
        let test = try TestStore()
        let sql = try #require(String(validating: PackageResources.version1_sql, as: UTF8.self))
        let database = try DatabaseQueue(path: test.directory.file("records.db"))
        try database.writeWithoutTransaction { try $0.execute(sql: sql) }
        try database.close()
        let keys = try #require(String(validating: PackageResources.version1_keys, as: UTF8.self))
        var file = Data()
        for line in keys.split(separator: "\n") where !line.hasPrefix("#") {
            let digits = Array(line)
            file += stride(from: 0, to: digits.count, by: 2).compactMap {
                UInt8(String(digits[$0...$0 + 1]), radix: 16)
            }
            file.append(Data(count: 4096 - 64))
        }
        try test.directory.write(file, to: "records.keys")
        return test
    }

    private func version(_ test: TestStore) throws -> Int? {
        try test.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    }

    private func tables(_ test: TestStore) throws -> [String] {
        try test.read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT sql FROM sqlite_master
                    WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'entry\\_%' ESCAPE '\\' ORDER BY name
                    """)
        }
    }

    @Test("a store of version 1 opens: consents are authentic, entries readable, and people are served as before")
    func released1() throws {
        let test = try version1()
        let store = try test.open()
        let status = try store.status()
        #expect(status.stopped == nil && status.consents == 3 && status.entries == 9 && status.ledger.count == 1)
        #expect(try store.consents().allSatisfy { $0.isAuthentic && $0.state == .given })
        let entries = try store.entries(of: SubjectReference(code: both))
        #expect(entries.count { $0.purpose == .entryLog && $0.direction == .inwards && $0.gate == "main" } == 3)
        #expect(entries.count { $0.purpose == .feverOutcome && $0.outcome == .referred } == 3)
        #expect(try store.entries(of: SubjectReference(code: log)).allSatisfy { $0.direction == .outwards })
        #expect(try store.append(.admitted(), under: SubjectReference(code: log))[.entryLog] != nil)
        #expect(try store.withdraw(SubjectReference(code: both)).entries == 6)
        #expect(try store.status().entries == 4)
    }

    @Test("a receipt of version 1 is still known as this device's")
    func receipt1() throws {
        let test = try version1()
        let receipt = try #require(String(validating: PackageResources.version1_receipt_json, as: UTF8.self))
        #expect(try test.open().isAuthentic(receipt: receipt.trimmingCharacters(in: .newlines)))
    }

    private let later = [
        "ALTER TABLE refusal ADD COLUMN language TEXT; CREATE INDEX epoch_expires ON epoch(expires_utc_ms)",
        "UPDATE refusal SET language = 'en'",
    ]

    @Test("later versions are reached step by step, every row stays, and a new store comes to the same tables")
    func steps() throws {
        let test = try version1()
        test.schema = RecordSchema.steps + later
        let store = try test.open()
        #expect(try version(test) == RecordSchema.steps.count + 2)
        #expect(try test.read { try String.fetchAll($0, sql: "SELECT language FROM refusal") } == ["en"])
        #expect(try store.status().entries == 9)
        #expect(try store.entries(of: SubjectReference(code: both)).count == 6)
        let new = try TestStore()
        new.schema = test.schema
        try new.open()
        #expect(try tables(new) == tables(test))
    }

    @Test("a step that fails leaves the version before it, with every row")
    func failing() throws {
        let test = try version1()
        test.schema = RecordSchema.steps + ["DELETE FROM refusal; CREATE TABLE store(one INTEGER)"]
        let error = #expect(throws: RecordsError.self) { try test.open() }
        #expect(error?.what == test.directory.file("records.db"))
        #expect(try version(test) == RecordSchema.steps.count)
        #expect(try test.read { try Int.fetchOne($0, sql: "SELECT count FROM refusal") } == 1)
        test.schema = RecordSchema.steps + later
        #expect(try test.open().status().entries == 9)
    }

    @Test("a database of a later version is refused and left as it is, also where only its log tells")
    func downgrade() throws {
        let test = try version1()
        test.schema = RecordSchema.steps + later
        try test.open()
        // As a crash leaves it: the new version is in the log, the file still bears the old one.
        let crashed = test.directory.copyOfDatabase()
        test.close()
        test.schema = nil
        let closed = test.directory.bytes("records.db")
        #expect(#expect(throws: RecordsError.self) { try test.open() }?.kind == .foreignDatabase)
        #expect(test.directory.bytes("records.db") == closed)

        try test.directory.restore(crashed)
        let (file, log) = (test.directory.bytes("records.db"), test.directory.bytes("records.db-wal"))
        #expect(!log.isEmpty && file[63] == UInt8(RecordSchema.steps.count))
        #expect(#expect(throws: RecordsError.self) { try test.open() }?.kind == .foreignDatabase)
        #expect(test.directory.bytes("records.db") == file && test.directory.bytes("records.db-wal") == log)
    }
}
