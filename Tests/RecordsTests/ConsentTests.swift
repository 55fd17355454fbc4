import Audit
import Foundation
import GRDB
import Records
import RecordsFixture
import Settings
import Testing

@Suite("Consent")
struct ConsentTests {
    private let test: TestStore
    private var store: RecordStore { get throws { try test.current } }

    init() throws {
        test = try TestStore()
        try test.open()
    }

    private func entries() throws -> Int { try store.status().entries }

    @Test("what is recorded is exactly what each purpose covers")
    func fields() throws {
        let receipt = try store.grant([.entryLog, .feverOutcome], language: "ko", method: .kiosk)
        let outcomes = try store.append(.referred(), under: receipt.reference())
        #expect(outcomes.values.allSatisfy { if case .recorded = $0 { true } else { false } } && outcomes.count == 2)
        let entries = try store.entries(of: receipt.reference())
        let log = try #require(entries.first { $0.purpose == .entryLog })
        #expect(log.time == TestMachine.start && log.gate == "main" && log.direction == .inwards && log.outcome == nil)
        let fever = try #require(entries.first { $0.purpose == .feverOutcome })
        #expect(fever.time == TestMachine.start && fever.gate == nil && fever.direction == nil)
        #expect(fever.outcome == .referred)
    }

    @Test("3.3b the sensitive purpose is never recorded on the consent to the other")
    func apart() throws {
        let receipt = try store.grant([.entryLog], language: "en", method: .kiosk)
        let outcomes = try store.append(.referred(), under: receipt.reference())
        #expect(outcomes[.feverOutcome] == .notRecorded(.noConsent))
        #expect(try store.entries(of: receipt.reference()).map(\.purpose) == [.entryLog])
    }

    @Test("N1 without a valid Given or Renewed nothing is recorded, over random steps")
    func onlyValid() throws {
        // `LINTEL_RECORD_STEPS` asks for more.
        let steps = ProcessInfo.processInfo.environment["LINTEL_RECORD_STEPS"].flatMap { Int($0) } ?? 3000
        var random = SeededGenerator(seed: 21)
        let test = try TestStore(inMemory: true)
        test.settings.notice.consentValidity = 6 * 3600
        // Little is kept at a time, for many steps.
        test.settings.notice.entryLog.retention = 3 * 3600
        let store = try test.open()
        var people: [(code: String, validUntil: Int64?)] = []
        var recorded = 0
        for _ in 0..<steps {
            let now = test.machine.reading.wall
            let index = people.indices.randomElement(using: &random)
            // Uptime counts in whole seconds, rounded down: a consent may be over up to a second early, never late.
            let isLastSecond = index.flatMap { people[$0].validUntil }.map { (1..<1000).contains($0 - now) } ?? false
            switch (Int.random(in: 0..<20, using: &random), index) {
            case (0...1, _), (_, nil):
                let receipt = try store.grant([.entryLog], language: "en", method: .desk)
                people.append((receipt.code, now + 6 * TestMachine.hour))
            case (2, let index?):
                let isKnown = people[index].validUntil.map { $0 > now } ?? false
                do {
                    try store.withdraw(SubjectReference(code: people[index].code))
                } catch {
                    #expect(!isKnown)
                }
                people[index].validUntil = nil
            case (3, let index?):
                let isValid = people[index].validUntil.map { $0 > now } ?? false
                do {
                    try store.renew(SubjectReference(code: people[index].code), method: .kiosk)
                    #expect(isValid)
                    people[index].validUntil = now + 6 * TestMachine.hour
                } catch {
                    #expect(!isValid || isLastSecond)
                    if isLastSecond { people[index].validUntil = nil }
                }
            case (4, _):
                let stranger = try SubjectReference(random: SeededRandom(seed: UInt64(recorded) + 1000))
                #expect(try store.append(.admitted(), under: stranger)[.entryLog] == .notRecorded(.noConsent))
            case (5...6, _):
                test.machine.pass(Int64.random(in: 0...TestMachine.hour, using: &random))
            case (_, let index?):
                let outcome = try store.append(.admitted(), under: SubjectReference(code: people[index].code))[
                    .entryLog]
                let isValid = people[index].validUntil.map { $0 > now } ?? false
                let isRecorded = if case .recorded = outcome { true } else { false }
                if isRecorded { recorded += 1 }
                #expect(isRecorded == isValid || (isLastSecond && !isRecorded))
            }
            if people.count > 40 { people.removeFirst() }
        }
        #expect(recorded > steps / 10)
    }

    @Test("N1 a consent whose time is over records nothing, before and after its end is written down")
    func over() throws {
        test.settings.notice.consentValidity = 6 * 3600
        let store = try test.open()
        let receipt = try store.grant([.entryLog], language: "en", method: .kiosk)
        test.machine.pass(6 * TestMachine.hour)
        #expect(try store.append(.admitted(), under: receipt.reference())[.entryLog] == .notRecorded(.over))
        try store.tick()
        #expect(
            try store.append(.admitted(), under: receipt.reference())[.entryLog] == .notRecorded(.notValid(.expired)))
        let status = try #require(try store.consents(of: receipt.reference()).first)
        #expect(status.state == .expired && status.isAuthentic)
        #expect(try entries() == 0)
    }

    @Test("N1 3.3c a forged or edited consent records nothing")
    func forged() throws {
        let receipt = try store.grant([.entryLog, .feverOutcome], language: "en", method: .kiosk)
        for sql in [
            "UPDATE consent SET retention_s = 2419200", "UPDATE consent SET pii_types = 15 WHERE sensitive = 1",
            "UPDATE consent_event SET validity_s = 999999999", "UPDATE consent_event SET seq = 2",
            "UPDATE consent SET expires_utc_ms = 9000000000000",
            "UPDATE consent_event SET event_utc_ms = event_utc_ms + 1", "UPDATE consent_event SET mac = randomblob(32)",
        ] {
            let copy = try TestStore()
            try copy.directory.restore(test.directory.copyOfDatabase())
            try copy.directory.write(test.directory.bytes("records.keys"), to: "records.keys")
            try copy.write(sql)
            let outcomes = try copy.open().append(.admitted(), under: receipt.reference())
            #expect(outcomes.values.contains(.notRecorded(.notAuthentic)), "\(sql)")
        }
    }

    @Test("N2 more items, another purpose, a longer retention or another controller need new consent")
    func changedNotice() throws {
        let receipt = try store.grant([.entryLog], language: "en", method: .kiosk)
        let changes: [(NotCovered, (inout NoticeSettings) -> Void)] = [
            (.noticeChanged, { $0.entryLog.retention += 1 }), (.noticeChanged, { $0.controller = "Another Ltd" }),
        ]
        for (expected, change) in changes {
            test.settings = .consentedDoor
            change(&test.settings.notice)
            let outcomes = try test.open().append(.admitted(), under: receipt.reference())
            #expect(outcomes[.entryLog] == .notRecorded(expected))
        }
        test.settings = .consentedDoor
        test.settings.notice.entryLog.items = [.time]
        let narrow = try test.open().grant([.entryLog], language: "en", method: .kiosk)
        test.settings = .consentedDoor
        #expect(
            try test.open().append(.admitted(), under: narrow.reference())[.entryLog] == .notRecorded(.noticeChanged))
        #expect(
            try test.open().append(.admitted(), under: receipt.reference())[.feverOutcome] == .notRecorded(.noConsent))
    }

    @Test("N2 a corrected text and a shorter retention leave the consent standing, under the hash that was shown")
    func correctedNotice() throws {
        let receipt = try store.grant([.entryLog], language: "en", method: .kiosk)
        let before = try #require(try store.consents(of: receipt.reference()).first)
        test.settings.notice.version = "2026-12"
        test.settings.notice.refusal["en"] = "You may refuse; your entry does not depend on it."
        test.settings.notice.entryLog.retention = 86_400
        let store = try test.open()
        let after = try #require(try store.consents(of: receipt.reference()).first)
        #expect(after.notice == before.notice)
        #expect(try store.status().notices["en"] != before.notice)
        _ = try store.append(.admitted(), under: receipt.reference())
        let entry = try #require(try store.entries(of: receipt.reference()).first)
        #expect(entry.deadline.utc <= TestMachine.start + TestMachine.day)
    }

    @Test("N2 3.3a every language of a notice has a hash of its own, and the hash is that of the stored text")
    func hashes() throws {
        let notices = try Notice.all(test.settings.notice)
        #expect(Set(notices.map(\.hash)).count == 2)
        #expect(notices.map(\.language) == ["en", "ko"])
        let stored = try test.read { try Row.fetchAll($0, sql: "SELECT sha256, body FROM notice") }
        #expect(Set(stored.map { Array($0[0] as Data) }) == Set(notices.map(\.hash)))
        #expect(Set(stored.map { $0[1] as String }) == Set(notices.map(\.canonical)))
        let body = try #require(
            try JSONSerialization.jsonObject(with: Data(notices[0].canonical.utf8)) as? [String: Any])
        #expect((body["recipients"] as? [Any])?.isEmpty == true)
        #expect(body["refusal"] as? String == test.settings.notice.refusal["en"])
    }

    @Test("N3 a withdrawal by any other hand comes wholly before or wholly after a record")
    func sameTransaction() throws {
        let receipt = try store.grant([.entryLog], language: "en", method: .kiosk)
        // Somebody else holds the database for writing: the record waits, gives up, and nothing is left of it.
        let other = try DatabaseQueue(path: test.directory.file("records.db"))
        try other.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                #expect(throws: RecordsError.self) { try store.append(.admitted(), under: receipt.reference()) }
                return .rollback
            }
        }
        try other.close()
        #expect(try entries() == 0)
        // The check of the consent and the record are one transaction: a change between them can't be committed.
        try test.write("UPDATE consent_event SET state = 'Withdrawn'")
        #expect(
            try store.append(.admitted(), under: receipt.reference())[.entryLog] == .notRecorded(.notAuthentic))
        #expect(try entries() == 0)
    }

    @Test("N6 3.3d a refusal leaves one more in the count of the day, and nothing else anywhere")
    func refusal() throws {
        func rows() throws -> [String: Int] {
            try test.read { database in
                let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
                return try Dictionary(
                    uniqueKeysWithValues: tables.map {
                        ($0, try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)") ?? 0)
                    })
            }
        }
        try store.refuse()
        let before = try rows()
        try store.refuse()
        #expect(try rows() == before)
        #expect(try store.status().refusalsToday == 2)
        #expect(try test.read { try Int.fetchAll($0, sql: "SELECT count FROM refusal") } == [2])
        test.machine.pass(TestMachine.day)
        #expect(try store.status().refusalsToday == 0)
    }

    @Test("an unknown receipt, language or purpose is refused without repeating it")
    func unknown() throws {
        let stranger = try SubjectReference(random: SeededRandom(seed: 99))
        let code = stranger.code
        for attempt in [
            { try store.withdraw(stranger) as Any }, { try store.entries(of: stranger) as Any },
            { try store.receipt(of: stranger) as Any },
        ] {
            let error = #expect(throws: RecordsError.self) { _ = try attempt() }
            #expect(error?.kind == .unknownReceipt && error.map { "\($0)".contains(code) } == false)
        }
        #expect(try store.consents(of: stranger).isEmpty)
        #expect(throws: RecordsError.self) { try store.grant([.entryLog], language: "fr", method: .kiosk) }
        #expect(throws: RecordsError.self) { try store.grant([], language: "en", method: .kiosk) }
    }
}
