import Audit
import Foundation
import Records
import RecordsFixture
import Settings
import Testing

/// What records cost on this disk when there are many. Long: `LINTEL_RECORD_SCALE` names how many entries to fill a store
/// with, a hundred for each consent.
@Suite(
    "Cost of records", .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["LINTEL_RECORD_SCALE"] != nil))
struct ScaleTests {
    private static let appends = 2000
    private let entries =
        ProcessInfo.processInfo.environment["LINTEL_RECORD_SCALE"].flatMap { Int($0) } ?? 10_000
    private var people: Int { max(1, entries / 100) }

    @Test("with a million entries a record costs no more than twice what SQLite's C API takes for a row")
    func append() throws {
        let machine = TestMachine()
        let codes: [String]
        let test = try TestStore(machine: machine)
        do {
            // Where waiting for the disk costs nothing; the very files are measured on the disk then.
            let memory = try TestStore(machine: machine, inMemory: true)
            memory.settings.notice.feverOutcome.items = []
            var filled: [String] = []
            let filling = try Timings.time { filled = try fill(memory) }
            codes = filled
            ProofReport.say("filled with \(entries) entries of \(people) consents in \(Timings.words(filling))")
            memory.close()
            for name in memory.directory.files { try move(name, from: memory, to: test) }
        }
        test.settings.notice.feverOutcome.items = []
        ProofReport.say("on disk: \(size("records.db", test)) of database, \(size("records.keys", test)) of keys")
        var opened: RecordStore?
        let opening = try Timings.time { opened = try test.open() }
        let store = try #require(opened)
        ProofReport.say("opened with its integrity check in \(Timings.words(opening))")
        let status = try store.status()
        #expect(status.entries == entries && status.consents == people)

        try measureAppends(test, store, codes)
        try measureLookups(store, codes)
        try measurePurges(test, store)
    }

    // MARK: Filling

    /// - Returns: the receipt codes.
    private func fill(_ test: TestStore) throws -> [String] {
        test.slots = people + 1024
        let store = try test.open()
        let receipts = try (0..<people).map { _ in try store.grant([.entryLog], language: "en", method: .kiosk) }
        // Fourteen days less some hours, so that nothing expires yet.
        let pause = max(1, (14 * TestMachine.day - 6 * TestMachine.hour) / Int64(entries))
        for number in 0..<entries {
            test.machine.pass(pause)
            let outcome = try store.append(
                .admitted(), under: SubjectReference(code: receipts[number % people].code))[.entryLog]
            guard case .recorded = outcome else {
                Issue.record("entry \(number): \(String(describing: outcome))")
                break
            }
        }
        return receipts.map(\.code)
    }

    private func move(_ name: String, from memory: TestStore, to test: TestStore) throws {
        let copy = Process()
        copy.executableURL = URL(fileURLWithPath: "/bin/dd")
        copy.arguments = [
            "if=\(memory.directory.file(name))", "of=\(test.directory.file(name))", "bs=1M", "conv=fdatasync",
            "status=none",
        ]
        try copy.run()
        copy.waitUntilExit()
        #expect(copy.terminationStatus == 0)
    }

    private func size(_ name: String, _ test: TestStore) -> String {
        let bytes = (try? FileManager.default.attributesOfItem(atPath: test.directory.file(name)))?[.size] as? Int
        return String(format: "%.1f MiB", Double(bytes ?? 0) / 1_048_576)
    }

    // MARK: Measuring

    private func measureAppends(_ test: TestStore, _ store: RecordStore, _ codes: [String]) throws {
        let (small, large) = (
            try PlainStore(test.directory.file("small.db")), try PlainStore(test.directory.file("large.db"))
        )
        try large.fill(entries)
        var (records, smallRows, largeRows) = (Timings(), Timings(), Timings())
        for number in 0..<Self.appends {
            test.machine.pass(1000)
            let code = codes[number * 7 % codes.count]
            try records.measure { _ = try store.append(.admitted(), under: SubjectReference(code: code)) }
            try smallRows.measure { try small.insert() }
            try largeRows.measure { try large.insert() }
        }
        ProofReport.say("\(Self.appends) records: \(records.words)")
        ProofReport.say("\(Self.appends) rows through the C API into an empty table: \(smallRows.words)")
        ProofReport.say("\(Self.appends) rows through the C API into a table of \(entries): \(largeRows.words)")
        #expect(records.percentile(99) <= smallRows.percentile(99) * 2)
        #expect(records.percentile(99) <= largeRows.percentile(99) * 2)
    }

    private func measureLookups(_ store: RecordStore, _ codes: [String]) throws {
        var lookups = Timings()
        for number in 0..<200 {
            let reference = try SubjectReference(code: codes[number * 31 % codes.count])
            try lookups.measure {
                let found = try store.entries(of: reference)
                #expect(found.count >= 100)
            }
        }
        ProofReport.say("everything of one person: \(lookups.words)")
    }

    private func measurePurges(_ test: TestStore, _ store: RecordStore) throws {
        let clock = try store.status().clock
        let next = try #require(try store.status().nextDeadline)
        test.machine.pass(next - clock.now)
        var report = PurgeReport()
        let one = try Timings.time { report = try store.tick() }
        #expect(report.epochs == 1 && report.isVerified)
        ProofReport.say("purge of one epoch with \(report.entries) entries: \(Timings.words(one))")
        test.machine.pass(14 * TestMachine.day)
        let all = try Timings.time { report = try store.tick() }
        #expect(try store.status().entries == 0)
        ProofReport.say(
            "purge of all other \(report.epochs) epochs with \(report.entries) entries: \(Timings.words(all))")
    }
}
