import Audit
import Foundation
import GRDB
import Records
import Testing

@Suite("Writing the database anew")
struct VacuumTests {
    private func isDue(_ test: TestStore) throws -> Bool {
        try test.read { try Bool.fetchOne($0, sql: "SELECT vacuum_due FROM store") } ?? false
    }

    @Test("a small database is written anew before a withdrawal returns")
    func small() throws {
        let test = try TestStore()
        let store = try test.open()
        let receipt = try store.grant([.entryLog], language: "en", method: .kiosk)
        try store.withdraw(receipt.reference())
        #expect(try !isDue(test))
        #expect(try test.read { try Int64.fetchOne($0, sql: "SELECT vacuum_ms FROM store") } == TestMachine.start)
    }

    @Test("a large one once a day, keys and rows of who withdraws gone at once all the same")
    func large() throws {
        let test = try TestStore()
        // Every database is large then.
        test.smallDatabase = 0
        let store = try test.open()
        let receipts = try (0..<3).map { _ in try store.grant([.entryLog], language: "en", method: .kiosk) }
        for receipt in receipts { _ = try store.append(.admitted(), under: receipt.reference()) }
        // The first time is long after the last, which was never.
        try store.withdraw(receipts[0].reference())
        #expect(try !isDue(test))

        test.machine.pass(TestMachine.hour)
        let keys = try test.keys(
            in:
                "SELECT key_slot FROM consent WHERE record_id = x'\(receipts[1].ids[0].description.filter { $0 != "-" })'"
        )
        #expect(keys.count == 1)
        let report = try store.withdraw(receipts[1].reference())
        #expect(report.entries == 1 && report.consents == 1)
        #expect(test.left(of: keys).isEmpty)
        #expect(try isDue(test))
        test.machine.pass(23 * TestMachine.hour - 1)
        try store.tick()
        #expect(try isDue(test))
        test.machine.pass(1)
        try store.tick()
        #expect(try !isDue(test))
        #expect(try store.entries(of: receipts[2].reference()).count == 1)
    }
}
