import Audit
import Foundation
import GRDB
import Records
import RecordsFixture
import Testing

/// Looks for the dead as somebody would who has the files.
@Suite("Forensics of the files")
struct ForensicsTests {
    private struct Filled {
        let test: TestStore
        let receipts: [ConsentReceipt]
        /// The ids of all entries and consents.
        let entries, consents: Set<Data>
    }

    /// People in several epochs, some of whom have withdrawn.
    private func filled(_ people: Int = 60) throws -> Filled {
        let test = try TestStore(seed: 5, inMemory: true)
        test.slots = 512
        let store = try test.open()
        let receipts = try (0..<people).map { _ in
            try store.grant([.entryLog, .feverOutcome], language: "en", method: .kiosk)
        }
        for _ in 0..<5 {
            test.machine.pass(TestMachine.hour)
            for receipt in receipts { _ = try store.append(.referred(), under: receipt.reference()) }
        }
        return Filled(
            test: test, receipts: receipts, entries: try ids(of: "entry_id", "entry\\_%", in: test),
            consents: try ids(of: "record_id", "consent", in: test))
    }

    private func ids(of column: String, _ tables: String, in test: TestStore) throws -> Set<Data> {
        try test.read { database in
            let names = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE ? ESCAPE '\\'",
                arguments: [tables])
            return try names.reduce(into: []) { ids, name in
                ids.formUnion(try Data.fetchAll(database, sql: "SELECT \(column) FROM \(name)"))
            }
        }
    }

    /// All bytes of the database, its log and its index.
    private func files(_ test: TestStore) -> Data {
        test.directory.copyOfDatabase().values.reduce(Data(), +)
    }

    @Test("F2 F3 the parser and the carver find deleted rows where SQLite leaves them")
    func control() throws {
        let filled = try filled()
        filled.test.close()
        let copy = try TestDirectory(inMemory: true)
        try copy.write(filled.test.directory.bytes("records.db"), to: "careless.db")
        let careless = try DatabaseQueue(path: copy.file("careless.db"))
        try careless.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = delete; PRAGMA secure_delete = 0; PRAGMA foreign_keys = 0")
            let tables = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'entry\\_%' ESCAPE '\\'")
            for table in tables { try database.execute(sql: "DROP TABLE \(table)") }
            try database.execute(sql: "DELETE FROM consent")
        }
        try careless.close()
        let bytes = copy.bytes("careless.db")
        #expect(filled.entries.count == 600 && filled.consents.count == 120)
        // SQLite writes its own lists over the beginning of what it frees.
        #expect(RowCarver.entries(in: bytes).intersection(filled.entries).count > 400)
        #expect(RowCarver.consents(in: bytes).intersection(filled.consents).count > 80)
        let unused = try DatabasePages(bytes).unused
        #expect(filled.entries.count { unused.range(of: $0) != nil } > 400)
        // And the living where they live.
        let sound = filled.test.directory.bytes("records.db")
        #expect(RowCarver.entries(in: sound).isSuperset(of: filled.entries))
        #expect(RowCarver.consents(in: sound).isSuperset(of: filled.consents))
    }

    @Test("F2 F3 after expiry neither free pages nor gaps nor carving give one entry")
    func expiry() throws {
        let filled = try filled()
        filled.test.machine.pass(15 * TestMachine.day)
        try filled.test.current.tick()
        let bytes = files(filled.test)
        #expect(RowCarver.entries(in: bytes).isEmpty)
        let unused = try DatabasePages(filled.test.directory.bytes("records.db")).unused
        for entry in filled.entries { #expect(unused.range(of: entry) == nil && bytes.range(of: entry) == nil) }
    }

    @Test("F2 F3 after each withdrawal the person is in no free page, no gap and no carved row, and the others are")
    func withdrawal() throws {
        let filled = try filled()
        let store = try filled.test.current
        var (goneEntries, goneConsents): (Set<Data>, Set<Data>) = ([], [])
        for receipt in filled.receipts.prefix(20) {
            let before = try ids(of: "entry_id", "entry\\_%", in: filled.test)
            try store.withdraw(receipt.reference())
            goneEntries.formUnion(before.subtracting(try ids(of: "entry_id", "entry\\_%", in: filled.test)))
            goneConsents = filled.consents.subtracting(try ids(of: "record_id", "consent", in: filled.test))
            let bytes = files(filled.test)
            #expect(RowCarver.entries(in: bytes).isDisjoint(with: goneEntries))
            #expect(RowCarver.consents(in: bytes).isDisjoint(with: goneConsents))
            let unused = try DatabasePages(filled.test.directory.bytes("records.db")).unused
            for id in goneEntries.union(goneConsents) { #expect(unused.range(of: id) == nil) }
        }
        #expect(goneEntries.count == 200 && goneConsents.count == 40)
        #expect(RowCarver.entries(in: files(filled.test)) == filled.entries.subtracting(goneEntries))
    }

    @Test("F14 writing the database anew opens no file but its own", .enabled(if: Strace.isThere))
    func spill() throws {
        let filled = try filled(10)
        let (code, path) = (filled.receipts[0].code, filled.test.directory.path)
        filled.test.close()
        let opened = try Strace.filesOpened(
            by: PurgeVictim.program.path, PurgeVictim.arguments(filled.test, "withdraw", code: code),
            environment: PurgeVictim.unitEnvironment)
        let writing = opened.filter { $0.isWriting && !$0.path.hasPrefix("/proc/") && $0.path != "/dev/null" }
        #expect(!writing.isEmpty)
        for file in writing { #expect(file.path.hasPrefix("\(path)/records."), "\(file.path)") }
        #expect(try filled.test.open().status().consents == 18)
    }
}
