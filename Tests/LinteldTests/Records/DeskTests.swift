import Audit
import Control
import Dispatch
import Foundation
import Journal
import Logging
import Records
import RecordsFixture
import Settings
import Testing
import linteld

@Suite("The desk")
struct DeskTests {
    private let place: RecordsPlace
    private let lines = LogLines()
    private let records: DoorRecords

    init() throws {
        place = try RecordsPlace()
        let lines = lines
        records = DoorRecords(
            setup: place.setup(.consentedDoor), logger: Logger(label: "test") { _ in lines },
            board: DoorBoard(DoorState(name: "test"), events: ServiceEvents()))
        records.openNow()
    }

    /// The lines of the access log: user, action and whose data.
    private func accesses() throws -> [[String: String]] {
        try String(contentsOfFile: place.file("access/2026-11.log"), encoding: .utf8).split(separator: "\n").compactMap
        {
            let line = try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
            return line?["action"] == nil ? nil : line?.compactMapValues { $0 as? String }
        }
    }

    @Test("the notice is the configuration's, in each language, with its hash")
    func notice() throws {
        for language in [nil, "en", "ko"] {
            guard case .notice(let notice) = try records.ask(.notice(language: language)).get() else {
                Issue.record("no notice")
                return
            }
            #expect(notice.language == language ?? "en")
            #expect(notice.languages == ["en", "ko"])
            #expect(notice.purposes.map(\.name) == ["entry_log", "fever_outcome"])
            #expect(notice.hash.count == 64)
            #expect(try records.report().notices.contains { $0.hash == notice.hash && $0.language == notice.language })
        }
        #expect(records.failure(.notice(language: "xx")) == .unknownLanguage)
    }

    @Test("what was asked wrongly is told apart, and no answer repeats a code")
    func failures() throws {
        let code = try records.grant(["entry_log"])
        let other = "0000-0000-0000-0000-0000-0000-0000"
        #expect(records.failure(.grant(purposes: ["entry_log"], language: "xx", method: .desk)) == .unknownLanguage)
        for purposes in [[], ["temperature"], ["entry_log", "temperature"]] {
            #expect(records.failure(.grant(purposes: purposes, language: "en", method: .desk)) == .unknownPurpose)
        }
        #expect(records.failure(.withdraw(code: code, purposes: ["faces"])) == .unknownPurpose)
        #expect(records.failure(.withdraw(code: code, purposes: ["fever_outcome"])) == .unknownReceipt)
        for request in [
            DeskRequest.consents(code: other), .renew(code: other, method: .kiosk), .receipt(code: other),
            .entries(code: other), .export(code: other, reason: .personsRequest),
            .erase(code: other, reason: .personsRequest), .withdraw(code: other, purposes: nil),
        ] { #expect(records.failure(request) == .unknownReceipt, "\(request)") }
        #expect(records.failure(.eraseConsent(id: UUID().uuidString, reason: .review)) == .unknownConsent)
        let wrong = String(code.dropLast()) + (code.last == "0" ? "1" : "0")
        guard case .failure(let failure) = records.ask(.consents(code: wrong)) else {
            Issue.record("a wrong code was taken")
            return
        }
        #expect(failure.kind == .notAReceipt)
        #expect(!failure.description.contains(wrong.prefix(9)))
        // At the door nobody learns whether a receipt is known.
        #expect(records.failure(.present(code: other)) == nil)
        #expect(records.failure(.present(code: wrong)) == .notAReceipt)
    }

    @Test("every use by a hand is in the access log, with the consent's id, under the user's number")
    func accessLog() throws {
        let code = try records.grant()
        guard case .consents(let consents) = try records.ask(.consents(code: code), user: 7).get() else { return }
        let ids = consents.map(\.id).sorted()
        #expect(ids.count == 2)
        _ = records.ask(.receipt(code: code))
        _ = records.ask(.renew(code: code, method: .kiosk))
        _ = records.ask(.list(after: nil, limit: 10))
        _ = records.ask(.entries(code: code))
        _ = records.ask(.export(code: code, reason: .personsRequest))
        _ = records.ask(.checkpoint)
        _ = records.ask(.withdraw(code: code, purposes: ["entry_log"]))
        _ = records.ask(.erase(code: code, reason: .complaint))
        // None of these is somebody using what is kept of a person.
        _ = records.ask(.refuse)
        _ = records.ask(.present(code: code))
        _ = records.ask(.notice(language: nil))
        let accesses = try accesses()
        let actions = accesses.map { $0["action"] ?? "" }
        #expect(
            actions == [
                "grant", "show", "show", "receipt", "receipt", "renew", "renew", "list", "show", "show", "export",
                "export", "checkpoint", "withdraw", "erase",
            ])
        #expect(
            accesses.map { $0["user"] } == ["uid:1000", "uid:7", "uid:7"] + Array(repeating: "uid:1000", count: 12))
        for action in ["show", "receipt", "renew", "export"] {
            #expect(
                Set(accesses.filter { $0["action"] == action }.compactMap { $0["record"] }) == Set(ids), "\(action)")
        }
        #expect(accesses.filter { $0["action"] == "export" }.allSatisfy { $0["reason"] == "persons-request" })
        #expect(accesses.last?["reason"] == "complaint")
        #expect(!(try String(contentsOfFile: place.file("access/2026-11.log"), encoding: .utf8)).contains(code))
    }

    @Test("where a use can't be written down it does not happen")
    func noUseWithoutLine() throws {
        let code = try records.grant()
        // The segment is no file any more: nothing can be appended.
        try FileManager.default.removeItem(atPath: place.file("access/2026-11.log"))
        try FileManager.default.createDirectory(
            atPath: place.file("access/2026-11.log"), withIntermediateDirectories: false)
        for request in [
            DeskRequest.consents(code: code), .receipt(code: code), .entries(code: code),
            .withdraw(code: code, purposes: nil), .list(after: nil, limit: 9),
            .grant(purposes: ["entry_log"], language: "en", method: .desk),
        ] { #expect(records.failure(request) == .unavailable, "\(request)") }
        #expect(records.stop())
        #expect(try place.openStore()?.consents().map(\.state) == [.given, .given])
    }

    @Test("N6: a refusal leaves a number of the day and nothing else")
    func refusals() throws {
        #expect(records.failure(.refuse) == nil)
        #expect(records.failure(.refuse) == nil)
        let store = try #require(records.report().store)
        #expect(store.refusalsToday == 2)
        #expect(store.consents == 0 && store.entries == 0)
        #expect(try accesses().map { $0["action"] } == ["report"])
        place.pass(seconds: 86_400)
        #expect(try records.report().store?.refusalsToday == 0)
    }

    @Test("consents are listed by id, page by page")
    func list() throws {
        for _ in 0..<5 { _ = try records.grant(["entry_log"]) }
        var after: String?
        var ids: [String] = []
        for _ in 0..<4 {
            guard case .consents(let page) = try records.ask(.list(after: after, limit: 2)).get() else { return }
            ids += page.map(\.id)
            after = page.last?.id ?? after
        }
        #expect(ids.count == 5 && ids == ids.sorted() && Set(ids).count == 5)
    }

    @Test("the key of the access log is handed out once, and by the process that began it alone")
    func accessKey() throws {
        guard case .accessKey(let key) = try records.ask(.accessKey).get() else { return }
        #expect(key.count == 64 && key.allSatisfy(\.isHexDigit))
        #expect(records.failure(.accessKey) == .keyGone)
        #expect(try accesses().map { $0["action"] } == ["key"])
    }

    @Test("the report says what is true of this process and this disk")
    func report() throws {
        _ = try records.grant(["entry_log"])
        _ = records.ask(.checkpoint)
        let report = try records.report()
        #expect(report.door == "main" && report.mode == .consented && report.recipients.isEmpty)
        #expect(report.purposes.map(\.name) == ["entry_log", "fever_outcome"])
        #expect(report.purposes.map(\.retention) == [14 * 86_400, 86_400])
        #expect(report.store?.consents == 1)
        #expect(report.fileSystem?.options == "data=ordered" && report.fileSystem?.canDestroyKeys == true)
        #expect(report.clock.isSynchronized && report.clock.now == RecordsPlace.start)
        #expect(report.accessLog.count == 3 && report.accessLog.lastCheckpoint?.count == 2)
        #expect(report.stopped == nil)
        // The kernel gives a socket of the machine's own family to anybody.
        #expect(report.network.allowedFamilies.contains("AF_UNIX"))
        #expect(Set(report.network.allowedFamilies).isDisjoint(with: report.network.refusedFamilies))
        #expect(report.network.interfaces.contains("lo"))
    }

    @Test("an open socket that is not AF_UNIX is counted")
    func foreignSockets() throws {
        let before = try records.report().network.foreignSockets
        let socket = try SystemInternetSocket()
        #expect(try records.report().network.foreignSockets == before + 1)
        withExtendedLifetime(socket) {}
    }
}
