import Audit
import Foundation
import Records
import RecordsFixture
import Testing

@Suite("Purges that are killed")
struct CrashTests {
    private static let expirySteps: [PurgeStep] = [
        .hidden, .epochKeyDestroyed, .tableDropped, .checkpointed, .ledgerWritten, .vacuumed,
    ]
    private static let withdrawalSteps: [PurgeStep] = [
        .entriesErased, .consentKeyDestroyed, .consentDeleted, .checkpointed, .ledgerWritten, .vacuumed,
    ]

    /// Runs the victim; whether it was killed at the step.
    private func kill(_ test: TestStore, at step: PurgeStep, withdrawing code: String = "-") throws -> Bool {
        let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let victim = Process()
        victim.executableURL = URL(fileURLWithPath: bundle).deletingLastPathComponent()
            .appendingPathComponent("lintel-purge-victim")
        let reading = test.machine.reading
        victim.arguments = [test.directory.path, step.rawValue, "\(reading.wall)", "\(reading.boottime)", code]
        try victim.run()
        victim.waitUntilExit()
        return victim.terminationReason == .uncaughtSignal && victim.terminationStatus == SIGKILL
    }

    private func filled() throws -> (test: TestStore, receipts: [ConsentReceipt]) {
        let test = try TestStore(seed: 77)
        let store = try test.open()
        var receipts: [ConsentReceipt] = []
        for _ in 0..<4 {
            receipts.append(try store.grant([.entryLog, .feverOutcome], language: "en", method: .kiosk))
        }
        for receipt in receipts { _ = try store.append(.referred(), under: receipt.reference()) }
        return (test, receipts)
    }

    @Test("F5 an expiry killed after any step is finished by the next start, and counted once", arguments: expirySteps)
    func expiry(step: PurgeStep) throws {
        let (test, receipts) = try filled()
        let rows = try test.markers()
        let keys = try test.keys(in: "SELECT key_slot FROM epoch")
        test.close()
        test.machine.pass(14 * TestMachine.day)
        #expect(try kill(test, at: step))
        if step != .hidden { #expect(test.left(of: keys).isEmpty) }
        let store = try test.open()
        let status = try store.status()
        #expect(status.entries == 0 && status.stopped == nil && status.lag == 0)
        #expect(status.ledger.count == 2 && status.ledger.allSatisfy { $0.isVerified && $0.rows == 4 })
        #expect(try store.entries(of: receipts[0].reference()).isEmpty)
        let alive = try Set(test.markers())
        // Ids, sealed references and keys of eight consents, and lookups of four people.
        #expect(alive.count == 8 * 3 + 4)
        #expect(test.left(of: rows.filter { !alive.contains($0) }).isEmpty)
    }

    @Test(
        "F5 a withdrawal killed after any step is finished by the next start, and touches nobody else",
        arguments: withdrawalSteps)
    func withdrawal(step: PurgeStep) throws {
        let (test, receipts) = try filled()
        let before = try test.markers()
        test.close()
        #expect(try kill(test, at: step, withdrawing: receipts[2].code))
        let store = try test.open()
        #expect(try store.consents(of: receipts[2].reference()).isEmpty)
        #expect(try store.status().consents == 6 && store.status().entries == 6)
        #expect(try store.status().ledger.map(\.reason) == [.withdrawal, .withdrawal])
        #expect(try store.status().ledger.map(\.rows) == [1, 1])
        for receipt in receipts where receipt != receipts[2] {
            #expect(try store.entries(of: receipt.reference()).count == 2)
        }
        let alive = try Set(test.markers())
        let gone = before.filter { !alive.contains($0) }
        #expect(gone.count == 2 * 3 + 1 + 2 * 3)
        #expect(test.left(of: gone).isEmpty)
    }
}
