import Audit
import CAllocationCount
import Control
import Dispatch
import Foundation
import Journal
import Logging
import Records
import RecordsFixture
import Screening
import Settings
import Testing
import linteld

@Suite("The records of a door")
struct DoorRecordsTests {
    private let place: RecordsPlace
    private let lines = LogLines()
    private let board = DoorBoard(DoorState(name: "test"), events: ServiceEvents())

    init() throws { place = try RecordsPlace() }

    private func records(_ settings: Settings = .consentedDoor) -> DoorRecords {
        let lines = lines
        return DoorRecords(
            setup: place.setup(settings), logger: Logger(label: "test") { _ in lines }, board: board)
    }

    private func open(_ settings: Settings = .consentedDoor) -> DoorRecords {
        let records = records(settings)
        records.openNow()
        return records
    }

    private var off: Settings {
        var settings = Settings.consentedDoor
        settings.records.mode = .off
        return settings
    }

    /// Records one entry under a consent, without a camera.
    private func pass(_ records: DoorRecords, _ code: String, number: UInt64 = 1) throws {
        #expect(records.failure(.present(code: code)) == nil)
        let now = place.time.load()
        let presentation = Presentation(id: number, begin: now - 2_000_000_000, end: now, wasAlone: true)
        records.tell(.decided(presentation, .admitted))
        records.tell(.passed(number, .entering, wasAlone: true))
        records.catchUp()
    }

    // MARK: Modes

    @Test("off makes no database, and keeps the log of accesses")
    func modeOff() throws {
        let records = open(off)
        #expect(place.files == ["access", "access/2026-11.log", "access/access.keys"])
        #expect(board.state.records == RecordsState())
        #expect(board.state.words == "waiting: camera opening")
        #expect(lines.all.isEmpty)
        for request in [
            DeskRequest.grant(purposes: ["entry_log"], language: "en", method: .desk), .refuse,
            .present(code: "x"), .list(after: nil, limit: 9), .notice(language: nil),
        ] { #expect(records.failure(request) == .off, "\(request)") }
        #expect(try records.report().store == nil)
        #expect(records.stop())
        #expect(!place.files.contains { $0.hasPrefix("records") })
    }

    @Test("off after on records nothing more; what is there can be seen and withdrawn, and lives to its end")
    func offAfterOn() throws {
        let before = open()
        let (code, other) = (try before.grant(), try before.grant())
        try pass(before, code)
        place.pass(seconds: 60)
        try pass(before, other, number: 2)
        #expect(before.stop())
        let records = open(off)
        #expect(lines.with("records off: nothing new is kept; 4 consents and 4 entries").count == 1, "\(lines.all)")
        #expect(try records.entries(code).count == 2)
        #expect(records.failure(.grant(purposes: ["entry_log"], language: "en", method: .desk)) == .off)
        #expect(records.failure(.present(code: code)) == .off)
        #expect(records.failure(.withdraw(code: other, purposes: nil)) == nil)
        place.pass(seconds: 86_400 + 3600)
        records.purge()
        #expect(try records.entries(code).map(\.purpose) == ["entry_log"])
        place.pass(seconds: 14 * 86_400)
        records.purge()
        #expect(try records.report().store?.entries == 0)
        #expect(board.state.records.recording == .off && board.state.records.purge == .current)
    }

    @Test("without a state directory nothing is recorded, and it is said")
    func noDirectory() {
        var setup = place.setup(.consentedDoor)
        setup.directory = nil
        let lines = lines
        let records = DoorRecords(setup: setup, logger: Logger(label: "test") { _ in lines }, board: board)
        records.openNow()
        #expect(lines.all.count == 1 && lines.all[0].contains("--state-directory"))
        #expect(board.state.words.hasSuffix("; recording stopped: state directory: there is none"))
        #expect(records.hasPlace)
        #expect(records.failure(.list(after: nil, limit: 1)) == .unavailable)
    }

    // MARK: Opening

    @Test("a restart destroys what is overdue before it is open, and proves it")
    func restart() throws {
        let before = open()
        let code = try before.grant()
        try pass(before, code)
        #expect(before.stop())
        place.pass(seconds: 20 * 86_400)
        let records = records()
        let (arrived, mayGoOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        place.hook { step in
            guard step == .epochKeyDestroyed else { return }
            arrived.signal()
            mayGoOn.wait()
        }
        let opened = DispatchSemaphore(value: 0)
        records.open { opened.signal() }
        arrived.wait()
        // A disk that is slow: the start goes on, and says so.
        #expect(!records.isOpened)
        #expect(board.state.records.recording == .opening)
        #expect(board.state.words == "waiting: camera opening; records opening")
        place.pass(seconds: 40)
        #expect(records.heldFor(now: place.time.load()) == 40_000_000_000)
        mayGoOn.signal()
        opened.wait()
        #expect(records.isOpened)
        #expect(
            lines.with("purged: 2 epochs (1 to 2), 2 entries, 0 consents; every destroyed key was found gone").count
                == 1)
        let store = try #require(records.report().store)
        #expect(store.entries == 0 && store.ledger.count == 2)
        #expect(store.ledger.allSatisfy { $0.isVerified && $0.canaryIsDead && $0.reason == "expiry" })
        #expect(board.state.records.recording == .recording)
    }

    @Test("where keys can't be destroyed nothing is recorded, the cause is said once, and a reload tries again")
    func refused() throws {
        place.mount(FileSystemFacts(type: 0x9123_683E))
        let records = open()
        #expect(lines.all.count == 1 && lines.all[0].hasPrefix("recording stopped: "), "\(lines.all)")
        #expect(
            lines.all[0].contains("btrfs does not overwrite in place") && lines.all[0].contains("The door goes on."))
        #expect(!place.files.contains("records.db"))
        #expect(board.state.told(.consentedDoor, logLinesLost: 0).conditions.records.code == "refused")
        for _ in 0..<3 { records.reload() }
        records.queue.sync {}
        #expect(lines.all.count == 1)
        #expect(records.failure(.grant(purposes: ["entry_log"], language: "en", method: .desk)) == .unavailable)
        let report = try records.report()
        #expect(report.fileSystem?.canDestroyKeys == false && report.fileSystem?.type == "btrfs")
        #expect(report.stopped?.cause.contains("btrfs") == true)
        place.mount(FileSystemFacts(type: FileSystemFacts.ext4, device: "vda", options: "data=ordered\n"))
        records.reload()
        records.queue.sync {}
        #expect(board.state.records.recording == .recording)
        #expect(lines.all.count == 2)
    }

    @Test("a damaged database, a foreign one and a lost key file stop recording and are left as they are")
    func damaged() throws {
        let first = open()
        _ = try first.grant()
        #expect(first.stop())
        let database = try Data(contentsOf: URL(fileURLWithPath: place.file("records.db")))
        var foreign = database
        foreign[70] ^= 0xFF
        for (bytes, text) in [(Data("no database".utf8), "it is no SQLite database"), (foreign, "another program")] {
            try bytes.write(to: URL(fileURLWithPath: place.file("records.db")))
            let records = open()
            #expect(lines.all.last?.contains(text) == true, "\(lines.all)")
            #expect(records.failure(.list(after: nil, limit: 9)) == .unavailable)
            #expect(records.stop())
            #expect(try Data(contentsOf: URL(fileURLWithPath: place.file("records.db"))) == bytes)
        }
        try database.write(to: URL(fileURLWithPath: place.file("records.db")))
        try FileManager.default.moveItem(atPath: place.file("records.keys"), toPath: place.file("elsewhere"))
        let records = open()
        #expect(lines.all.last?.contains("the key file of the database is missing") == true)
        #expect(records.stop())
        #expect(try Data(contentsOf: URL(fileURLWithPath: place.file("records.db"))) == database)
    }

    @Test("a door whose name no entry can bear records nothing and says why")
    func name() {
        var setup = place.setup(.consentedDoor)
        setup.door = "Main Door"
        let lines = lines
        let records = DoorRecords(setup: setup, logger: Logger(label: "test") { _ in lines }, board: board)
        records.openNow()
        #expect(lines.with("the door's name").count == 1)
        #expect(!place.files.contains("records.db"))
    }

    @Test("a damaged access log stops recording: no use could be written down")
    func accessLog() throws {
        #expect(open().stop())
        try FileManager.default.removeItem(atPath: place.file("access/access.keys"))
        let records = open()
        #expect(lines.all.last?.contains("the access log is damaged") == true, "\(lines.all)")
        #expect(records.failure(.grant(purposes: ["entry_log"], language: "en", method: .desk)) == .stopped)
        #expect(records.failure(.checkpoint) == .unavailable)
        #expect(try records.report().accessLog.failure != nil)
    }

    // MARK: Purging

    @Test("a purge that fails is said once; an hour late it stops recording, and the next one that succeeds ends that")
    func late() throws {
        let records = open()
        let code = try records.grant(["fever_outcome"])
        try pass(records, code)
        #expect(lines.all.count == 1)
        place.hook { (_) throws(RecordsError) in
            throw RecordsError(.system, what: "records.keys", cause: "the disk is gone", remedy: "Replace it.")
        }
        place.pass(seconds: 86_400 + 60)
        for _ in 0..<2 { records.purge() }
        records.queue.sync {}
        #expect(lines.with("a purge failed: records.keys: the disk is gone").count == 1, "\(lines.all)")
        #expect(board.state.told(.consentedDoor, logLinesLost: 0).conditions.purge.code == "failing")
        #expect(board.state.records.recording == .recording)
        place.pass(seconds: 2 * 3600)
        for _ in 0..<5 {
            records.purge()
            place.pass(seconds: 60)
        }
        records.queue.sync {}
        #expect(lines.with("recording stopped: ").count == 1, "\(lines.all)")
        #expect(lines.with("a purge is late").count == 1)
        #expect(board.state.words.contains("purge late by 12") || board.state.words.contains("purge late by 18"))
        #expect(records.failure(.grant(purposes: ["entry_log"], language: "en", method: .desk)) == .stopped)
        place.hook(nil)
        records.purge()
        records.queue.sync {}
        #expect(board.state.records.recording == .recording && board.state.records.purge == .current)
        #expect(lines.with("purges are on time again").count == 1)
        #expect(lines.with("purged: 1 epochs").count == 1)
    }

    // MARK: Cost

    @Test("what the screening queue does for records asks for no memory")
    func allocations() throws {
        try #require(lintel_allocations_counted(), "a sanitizer's allocator does not count")
        let records = open()
        let presentation = Presentation(id: 1, begin: 0, end: 1, wasAlone: true)
        records.tell(.decided(presentation, .admitted))
        records.queue.sync {}
        let before = lintel_allocations_on_this_thread()
        for number in 0..<40 as Range<UInt64> {
            records.note(presentingSince: Int64(number))
            records.tell(.decided(presentation, .referred))
            records.tell(.passed(number, .leaving, wasAlone: true))
            records.note(presentingSince: nil)
        }
        #expect(lintel_allocations_on_this_thread() == before)
    }

    @Test("while the disk holds the records, news wait up to a bound and the rest is counted, without waiting")
    func heldDisk() throws {
        let records = open()
        let (holds, mayGoOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        records.queue.async {
            holds.signal()
            mayGoOn.wait()
        }
        holds.wait()
        let presentation = Presentation(id: 1, begin: 0, end: 1, wasAlone: true)
        for _ in 0..<(EntryMailbox.capacity + 5) { records.tell(.decided(presentation, .admitted)) }
        mayGoOn.signal()
        records.catchUp()
        #expect(lines.with("5 events at the door came faster").count == 1, "\(lines.all)")
    }
}
