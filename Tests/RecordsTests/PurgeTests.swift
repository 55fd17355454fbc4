import Audit
import Foundation
import GRDB
import Records
import RecordsFixture
import Settings
import Synchronization
import Testing

@Suite("Destruction of records")
struct PurgeTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    /// A store with people and entries of both purposes.
    private func filled(people: Int = 20) throws -> (store: RecordStore, receipts: [ConsentReceipt]) {
        test.slots = 64
        let store = try test.open()
        var receipts: [ConsentReceipt] = []
        for _ in 0..<people {
            receipts.append(try store.grant([.entryLog, .feverOutcome], language: "en", method: .kiosk))
        }
        for receipt in receipts {
            for _ in 0..<3 { _ = try store.append(.referred(), under: receipt.reference()) }
        }
        return (store, receipts)
    }

    @Test("F1 F2 after expiry no byte of rows, ids or keys is in database, log, index or key file")
    func expiry() throws {
        let (store, receipts) = try filled()
        let rows = try test.markers()
        #expect(rows.count > 200 && test.left(of: rows).count == rows.count)
        test.machine.pass(14 * TestMachine.day)
        let report = try store.tick()
        #expect(report.epochs == 2 && report.entries == 120 && report.isVerified)
        #expect(try store.entries(of: receipts[0].reference()).isEmpty)
        // Consents live on; every entry and every key of an epoch is gone.
        let alive = try Set(test.markers())
        #expect(test.left(of: rows.filter { !alive.contains($0) }).isEmpty)
        let tables = try test.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master WHERE name LIKE 'entry%'")
        }
        #expect(tables == 0)
    }

    @Test("F1 F2 after consents are over nothing of them is left, and a person's receipt is unknown")
    func consentExpiry() throws {
        let (store, receipts) = try filled()
        let rows = try test.markers()
        test.machine.pass(90 * TestMachine.day)
        try store.tick()
        #expect(try store.status().consents == 40)
        test.machine.pass(14 * TestMachine.day)
        try store.tick()
        #expect(try store.status().consents == 0)
        #expect(test.left(of: rows).isEmpty)
        #expect(try store.consents(of: receipts[3].reference()).isEmpty)
        // Written anew: neither free pages nor gaps between cells are left to look into.
        #expect(try test.read { try Int.fetchOne($0, sql: "PRAGMA freelist_count") } == 0)
        #expect(try test.read { try Int.fetchOne($0, sql: "SELECT vacuum_due FROM store") } == 0)
        let reasons = try Set(store.status().ledger.map(\.reason))
        #expect(reasons.contains(.consentExpiry))
    }

    @Test("no entry outlives its promise: each dies within its retention, and no earlier than an epoch before")
    func promise() throws {
        test.settings.notice.entryLog.retention = 24 * 3600
        let again = try test.open()
        let receipt = try again.grant([.entryLog], language: "en", method: .kiosk)
        test.machine.pass(1_234_567)
        _ = try again.append(.admitted(), under: receipt.reference())
        test.machine.pass(23 * TestMachine.hour - 1)
        try again.tick()
        #expect(try again.status().entries == 1)
        test.machine.pass(TestMachine.hour + 1)
        try again.tick()
        #expect(try again.status().entries == 0)
    }

    @Test("F15 one of a thousand withdraws: the own entries are gone within five seconds, the others stay readable")
    func withdrawal() throws {
        let test = try TestStore(inMemory: true)
        test.slots = 1024
        let store = try test.open()
        var receipts: [ConsentReceipt] = []
        for _ in 0..<1000 { receipts.append(try store.grant([.entryLog], language: "en", method: .kiosk)) }
        for receipt in receipts { _ = try store.append(.admitted(), under: receipt.reference()) }
        let one = receipts[500]
        let id = try #require(one.ids.first)
        let slot = try test.read {
            try Int.fetchOne(
                $0, sql: "SELECT key_slot FROM consent WHERE record_id = ?", arguments: [Data(bytes(of: id))])
        }
        let key = try test.keys(in: "SELECT \(try #require(slot))")
        let begin = ContinuousClock.now
        let report = try store.withdraw(one.reference())
        #expect(ContinuousClock.now - begin < .seconds(5))
        #expect(report.entries == 1 && report.consents == 1)
        #expect(test.left(of: key + [Data(bytes(of: id)), Data(one.referenceBytes)]).isEmpty)
        #expect(#expect(throws: RecordsError.self) { try store.entries(of: one.reference()) }?.kind == .unknownReceipt)
        var readable = 0
        for receipt in receipts where receipt != one { readable += try store.entries(of: receipt.reference()).count }
        #expect(readable == 999)
        #expect(try store.status().ledger.first?.reason == .withdrawal)
    }

    private func bytes(of id: RecordID) -> [UInt8] {
        let digits = Array(id.description.filter { $0 != "-" })
        return stride(from: 0, to: 32, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    }

    @Test("a withdrawal of one purpose leaves the other; an officer can erase by id")
    func onePurpose() throws {
        let (store, receipts) = try filled(people: 2)
        try store.withdraw(receipts[0].reference(), purposes: [.feverOutcome])
        #expect(try store.entries(of: receipts[0].reference()).map(\.purpose) == [.entryLog, .entryLog, .entryLog])
        for id in receipts[1].ids { try store.erase(id) }
        #expect(try store.consents(of: receipts[1].reference()).isEmpty)
        #expect(try store.status().entries == 3)
    }

    @Test("with a proof window a withdrawn consent is provable by id, but unfindable and without its entries")
    func proofWindow() throws {
        test.settings.notice.proofWindow = 7 * 86_400
        let (store, receipts) = try filled(people: 3)
        let keys = try test.keys(in: "SELECT key_slot FROM consent")
        try store.withdraw(receipts[0].reference())
        #expect(try store.consents(of: receipts[0].reference()).isEmpty)
        #expect(try store.consents().count { $0.state == .withdrawn && $0.isAuthentic } == 2)
        #expect(try store.status().entries == 12)
        #expect(test.left(of: keys).count == 4)
        test.machine.pass(7 * TestMachine.day)
        try store.tick()
        #expect(try store.consents().count { $0.state == .withdrawn } == 0)
    }

    @Test(
        "F6 a reader that has the database open: keys die at once, the rest when it ends, and three failures stop recording"
    )
    func openReader() throws {
        let (store, receipts) = try filled(people: 3)
        let keys = try test.keys(in: "SELECT key_slot FROM epoch")
        let rows = try test.markers()
        let reader = try DatabaseQueue(path: test.directory.file("records.db"))
        try reader.inDatabase { database in
            try database.execute(sql: "BEGIN")
            _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM consent")
            test.machine.pass(14 * TestMachine.day)
            for failures in 1...3 {
                try store.tick()
                #expect(test.left(of: keys).isEmpty)
                #expect(try store.status().purgeFailure?.cause.contains("reader") == true)
                if failures == 3 { #expect(try store.status().stopped?.kind == .stopped) }
            }
            #expect(throws: RecordsError.self) { try store.append(.admitted(), under: receipts[0].reference()) }
            try database.execute(sql: "COMMIT")
        }
        try reader.close()
        try store.tick()
        #expect(try store.status().stopped == nil && store.status().purgeFailure == nil)
        let alive = try Set(test.markers())
        #expect(test.left(of: rows.filter { !alive.contains($0) }).isEmpty)
        #expect(try store.status().ledger.count { $0.reason == .expiry && $0.isVerified } == 2)
    }

    @Test("three failed purges stop recording, and the next that succeeds lets it go on")
    func failures() throws {
        let isBroken = Mutex(false)
        test.hook = { (_) throws(RecordsError) in
            if isBroken.withLock({ $0 }) { throw RecordsError.broken }
        }
        let (store, receipts) = try filled(people: 1)
        test.machine.pass(TestMachine.day)
        isBroken.withLock { $0 = true }
        try store.tick()
        try store.tick()
        try store.tick()
        let stopped = try store.status().stopped
        #expect(stopped?.cause.contains("purges or more failed") == true)
        #expect(throws: RecordsError.self) { try store.grant([.entryLog], language: "en", method: .kiosk) }
        isBroken.withLock { $0 = false }
        #expect(try store.append(.admitted(), under: receipts[0].reference())[.entryLog] != nil)
        #expect(try store.status().stopped == nil)
    }

    @Test("something that is overdue for more than an hour stops recording at the first failed purge")
    func lag() throws {
        let isBroken = Mutex(false)
        test.hook = { (_) throws(RecordsError) in
            if isBroken.withLock({ $0 }) { throw RecordsError.broken }
        }
        let (store, _) = try filled(people: 1)
        isBroken.withLock { $0 = true }
        test.machine.pass(TestMachine.day + TestMachine.hour)
        try store.tick()
        #expect(try store.status().lag == TestMachine.hour)
        #expect(try store.status().stopped?.cause.contains("overdue") == false)
        test.machine.pass(1)
        try store.tick()
        #expect(try store.status().stopped?.cause.contains("overdue") == true)
    }

    @Test("F16 an old copy of the database beside today's keys opens nothing that has died")
    func oldCopy() throws {
        let (_, receipts) = try filled(people: 5)
        let machine = test.machine.reading
        let copy = test.directory.copyOfDatabase()
        try test.open().withdraw(receipts[0].reference())
        test.machine.pass(2 * TestMachine.day)
        try test.current.tick()
        test.close()
        try test.directory.restore(copy)
        // The copy's time: by its clock nothing is over yet.
        test.machine.set(wall: machine.wall)
        test.machine.reboot(wall: machine.wall)
        let old = try test.open()
        #expect(throws: RecordsError.self) { try old.entries(of: receipts[0].reference()) }
        for receipt in receipts.dropFirst() {
            #expect(try old.entries(of: receipt.reference()).allSatisfy { $0.purpose == .entryLog })
        }
        #expect(try old.status().ledger.contains { $0.reason == .expiry })
    }

    @Test("C2 an unconfirmed clock hides entries and destroys none; set back, they are there again")
    func hidden() throws {
        let (store, receipts) = try filled(people: 1)
        test.machine.synchronize(false)
        test.machine.step(30 * TestMachine.day)
        try store.tick()
        #expect(try store.entries(of: receipts[0].reference()).isEmpty)
        #expect(try store.status().entries == 6)
        test.machine.step(-30 * TestMachine.day)
        #expect(try store.entries(of: receipts[0].reference()).count == 6)
    }

    @Test("C5 after 30 days off the first thing that a start does is to purge")
    func afterOff() throws {
        let (_, receipts) = try filled(people: 1)
        test.close()
        test.machine.reboot(off: 30 * TestMachine.day)
        let store = try test.open()
        #expect(try store.status().entries == 0)
        #expect(try store.entries(of: receipts[0].reference()).isEmpty)
    }

    @Test("C12 what a crash loses of the clock is less than what passed since the last write")
    func clockWritten() throws {
        _ = try filled(people: 1)
        test.machine.pass(60_000)
        try test.current.tick()
        test.machine.pass(59_000)
        test.close()
        test.machine.reboot(wall: 0)
        let next = try test.open().status().clock
        #expect(next.now == TestMachine.start + 60_000)
    }

    @Test("C13 a shorter retention destroys at once what it reaches; a longer one changes nothing that is stored")
    func policy() throws {
        let (_, receipts) = try filled(people: 1)
        test.machine.pass(3 * TestMachine.hour)
        test.settings.notice.entryLog.retention = 28 * 86_400
        let stored = try test.open().entries(of: receipts[0].reference())
        let entry = try #require(stored.first { $0.purpose == .entryLog })
        #expect(entry.deadline.utc == TestMachine.start + 14 * TestMachine.day)
        test.settings.notice.entryLog.retention = 2 * 3600
        #expect(try test.open().entries(of: receipts[0].reference()).allSatisfy { $0.purpose == .feverOutcome })
        #expect(try test.current.status().ledger.first?.reason == .policy)
    }

    @Test("C14 a deleted clock begins no earlier than the rows, and expires them")
    func deletedClock() throws {
        let (_, receipts) = try filled(people: 1)
        test.machine.pass(20 * TestMachine.hour)
        _ = try test.opened?.append(.admitted(), under: receipts[0].reference())
        test.close()
        try test.write("DELETE FROM clock_state")
        test.machine.reboot(wall: 0)
        let clock = try test.open().status().clock
        #expect(clock.now >= TestMachine.start + 20 * TestMachine.hour)
    }

    @Test("the ledger numbers no epoch twice, and keys of a crash between key and row are destroyed at start")
    func orphans() throws {
        try test.open()
        test.close()
        let slots = try KeySlots.open(test.directory.file("records.keys"), random: SeededRandom(seed: 8))
        try slots.make(in: 40)
        try test.open()
        #expect(try !slots.isUsed(40))
        #expect(try slots.isUsed(1) && slots.isUsed(2))
    }
}
