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
        let victim = Process()
        victim.executableURL = PurgeVictim.program
        victim.arguments = PurgeVictim.arguments(test, step.rawValue, code: code)
        try victim.run()
        victim.waitUntilExit()
        return victim.terminationReason == .uncaughtSignal && victim.terminationStatus == SIGKILL
    }

    /// How often each step is tried, each time with other chance; `LINTEL_KILL_ROUNDS` asks for more than once.
    private static let seeds: ClosedRange<UInt64> = {
        let rounds = ProcessInfo.processInfo.environment["LINTEL_KILL_ROUNDS"].flatMap { UInt64($0) } ?? 1
        return 77...(76 + max(1, rounds))
    }()

    private func filled(_ seed: UInt64) throws -> (test: TestStore, receipts: [ConsentReceipt]) {
        let test = try TestStore(seed: seed)
        let store = try test.open()
        var receipts: [ConsentReceipt] = []
        for _ in 0..<4 {
            receipts.append(try store.grant([.entryLog, .feverOutcome], language: "en", method: .kiosk))
        }
        for receipt in receipts { _ = try store.append(.referred(), under: receipt.reference()) }
        return (test, receipts)
    }

    @Test(
        "F5 an expiry killed after any step is finished by the next start, and counted once", arguments: expirySteps,
        seeds)
    func expiry(step: PurgeStep, seed: UInt64) throws {
        let (test, receipts) = try filled(seed)
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
        arguments: withdrawalSteps, seeds)
    func withdrawal(step: PurgeStep, seed: UInt64) throws {
        let (test, receipts) = try filled(seed)
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
