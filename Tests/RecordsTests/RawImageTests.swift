import Audit
import Foundation
import Records
import Testing

/// What is left below the files, in the raw bytes of the file system. `LINTEL_RAW_IMAGE` names the file that holds it,
/// `LINTEL_RAW_DIRECTORY` where it is mounted: `make prove` makes both.
@Suite("The raw file system", .enabled(if: ProcessInfo.processInfo.environment["LINTEL_RAW_IMAGE"] != nil))
struct RawImageTests {
    private let image = ProcessInfo.processInfo.environment["LINTEL_RAW_IMAGE"] ?? ""

    /// Of these, the ones that the raw file system holds.
    private func left(of markers: [Data]) throws -> [Data] {
        sync()
        let found = MarkerSearch(markers).found(in: try Data(contentsOf: URL(fileURLWithPath: image)))
        return markers.filter(found.contains)
    }

    @Test("F4 F7 after expiry, withdrawal and closing no row, id or key of them is in the raw file system")
    func nothingLeft() throws {
        let test = try TestStore(seed: UInt64.random(in: 1...1_000_000))
        test.slots = 256
        let store = try test.open()
        #expect(test.directory.path.hasPrefix(ProcessInfo.processInfo.environment["LINTEL_RAW_DIRECTORY"] ?? "-"))
        let receipts = try (0..<60).map { _ in
            try store.grant([.entryLog, .feverOutcome], language: "en", method: .kiosk)
        }
        for _ in 0..<10 {
            test.machine.pass(TestMachine.hour)
            for receipt in receipts { _ = try store.append(.referred(), under: receipt.reference()) }
        }
        let rows = try test.markers()
        let found = try left(of: rows)
        #expect(rows.count > 3000 && found.count == rows.count)

        for receipt in receipts.prefix(10) { try store.withdraw(receipt.reference()) }
        test.machine.pass(TestMachine.day)
        try store.tick()
        let alive = try Set(test.markers())
        let dead = rows.filter { !alive.contains($0) }
        ProofReport.say("\(dead.count) of \(rows.count) markers are of the dead")
        let leftOpen = try left(of: dead)
        ProofReport.say("while the store is open \(leftOpen.count) of them are in the raw file system")
        #expect(leftOpen.isEmpty)

        test.machine.pass(14 * TestMachine.day)
        try store.tick()
        test.machine.pass(90 * TestMachine.day)
        try store.tick()
        test.close()
        let leftClosed = try left(of: rows)
        ProofReport.say("with all dead and the store closed \(leftClosed.count) of \(rows.count)")
        #expect(leftClosed.isEmpty)
    }
}
