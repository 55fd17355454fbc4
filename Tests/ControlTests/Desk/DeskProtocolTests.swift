import Control
import Testing

@Suite("The records desk behind the control socket")
struct DeskProtocolTests {
    @Test("every method's reply has exactly the fields of its interface", arguments: DeskMethods.all)
    func replies(method: DeskMethods.Method) throws {
        let server = try Server(desk: FakeDesk())
        let client = try server.connect()
        client.send(method.call)
        let reply = try #require(try client.receive())
        #expect(reply.error == nil)
        #expect(Reply.mismatch(reply, to: method.name) == nil)
    }

    @Test("the methods tried here are all that the interfaces have")
    func complete() throws {
        let names = ["io.lintel.Consent", "io.lintel.Records", "io.lintel.Privacy", "io.lintel.Audit"]
        let methods = try InterfaceCatalog().interfaces.filter { names.contains($0.name) }.flatMap { interface in
            interface.methods.keys.map { "\(interface.name).\($0)" }
        }
        #expect(methods.sorted() == DeskMethods.all.map(\.name).sorted())
    }

    @Test("a report of a daemon that keeps nothing, and one with everything, come over whole")
    func reports() throws {
        for report in [PrivacyReport.full, .empty] {
            let server = try Server(desk: FakeDesk { _ in .success(.report(report)) })
            let client = try server.connect()
            client.send(#"{"method":"io.lintel.Privacy.Report"}"#)
            let reply = try #require(try client.receive())
            #expect(Reply.mismatch(reply, to: "io.lintel.Privacy.Report") == nil)
            var typed = try server.client()
            #expect(try typed.report() == report)
        }
    }

    @Test("the client's calls reach the desk as they are, and its answers come back as they are")
    func client() throws {
        let desk = FakeDesk()
        let server = try Server(desk: desk)
        var client = try server.client()
        let code = DeskMethods.code
        #expect(try client.notice() == .sample)
        #expect(try client.notice(language: "ko") == .sample)
        #expect(try client.grant(purposes: ["a", "b"], language: "en", method: .kiosk) == .sample)
        try client.refuse()
        try client.present(code: code)
        #expect(try client.consents(code: code) == [.sample(1), .sample(2)])
        try client.renew(code: code, method: .desk)
        let destroyed = DeskDestroyed(consents: 2, entries: 31, isVerified: true)
        #expect(try client.withdraw(code: code) == destroyed)
        #expect(try client.withdraw(code: code, purposes: ["a"]) == destroyed)
        #expect(try client.receipt(code: code) == .sample)
        #expect(try client.consents() == [.sample(1), .sample(2), .sample(3)])
        #expect(try client.entries(code: code) == [.sample, .bare])
        let export = DeskExport(time: 7, consents: [.sample(1)], entries: [.sample, .bare])
        #expect(try client.export(code: code, reason: .complaint) == export)
        #expect(try client.erase(code: code, reason: .personsRequest) == destroyed)
        #expect(try client.erase(consent: "id", reason: .authority) == destroyed)
        #expect(try client.report() == .full)
        #expect(try client.checkpoint() == "{\"count\":3}")
        #expect(try client.accessKey().count == 64)
        #expect(
            desk.requests.map(\.request) == [
                .notice(language: nil), .notice(language: "ko"),
                .grant(purposes: ["a", "b"], language: "en", method: .kiosk), .refuse, .present(code: code),
                .consents(code: code), .renew(code: code, method: .desk), .withdraw(code: code, purposes: nil),
                .withdraw(code: code, purposes: ["a"]), .receipt(code: code), .list(after: nil, limit: 200),
                .entries(code: code), .export(code: code, reason: .complaint),
                .erase(code: code, reason: .personsRequest), .eraseConsent(id: "id", reason: .authority), .report,
                .checkpoint, .accessKey,
            ])
    }

    @Test("the desk is told who asks, as the kernel says")
    func caller() throws {
        let desk = FakeDesk()
        let server = try Server(desk: desk)
        let client = try server.connect(user: 1234, groups: ["lintel-operator"])
        client.send(#"{"method":"io.lintel.Consent.Refuse"}"#)
        _ = try client.receive()
        #expect(desk.requests.map(\.caller.description) == ["uid:1234"])
    }

    @Test("each kind of failure is an error of its own, with cause and remedy", arguments: DeskFailure.Kind.allCases)
    func failures(kind: DeskFailure.Kind) throws {
        let failure = DeskFailure(kind, cause: "a cause", remedy: "A remedy.")
        let server = try Server(desk: FakeDesk { _ in .failure(failure) })
        let raw = try server.connect()
        raw.send(#"{"method":"io.lintel.Audit.Key"}"#)
        let reply = try #require(try raw.receive())
        #expect(reply.error == "io.lintel.Records.\(kind.rawValue)")
        #expect(Reply.mismatch(reply, to: "") == nil)
        var client = try server.client()
        let thrown = #expect(throws: ControlClientError.self) { try client.accessKey() }
        #expect(thrown == .records(failure))
        #expect(thrown?.description == "a cause\n  A remedy.")
    }

    @Test("without a desk every call says that there is none", arguments: DeskMethods.all)
    func noDesk(method: DeskMethods.Method) throws {
        let server = try Server()
        let client = try server.connect()
        client.send(method.call)
        let reply = try #require(try client.receive())
        #expect(reply.error == "io.lintel.Records.Unavailable")
        #expect(reply.parameter("cause") == .string("this daemon has no state directory, so it keeps nothing"))
    }

    @Test("a long list comes page by page, and each page is asked for with the id before it")
    func pages() throws {
        let all = (1...517).map { DeskConsent.sample($0) }
        let desk = FakeDesk { request in
            guard case .list(let after, let limit) = request else { return .success(.done) }
            return .success(.consents(Array(all.filter { $0.id > after ?? "" }.prefix(limit))))
        }
        let server = try Server(desk: desk)
        var client = try server.client()
        #expect(try client.consents() == all)
        #expect(
            desk.requests.map(\.request) == [
                .list(after: nil, limit: 200), .list(after: all[199].id, limit: 200),
                .list(after: all[399].id, limit: 200),
            ])
        var pages = 0
        try client.consents { _ in
            pages += 1
            return false
        }
        #expect(pages == 1)
    }

    @Test("four million bytes of an answer are sent whole; more is an error, not a cut")
    func longAnswers() throws {
        let desk = FakeDesk { request in
            guard case .entries(let code) = request else { return .success(.done) }
            return .success(.entries(Array(repeating: .sample, count: code == "long" ? 15_000 : 20_000)))
        }
        let server = try Server(desk: desk)
        var client = try server.client()
        #expect(try client.entries(code: "long").count == 15_000)
        let thrown = #expect(throws: ControlClientError.self) { try client.entries(code: "too long") }
        guard case .records(let failure)? = thrown else {
            Issue.record("\(String(describing: thrown))")
            return
        }
        #expect(failure.kind == .unavailable && failure.cause.contains("longer"))
        // The connection goes on.
        try client.refuse()
    }

    @Test("an answer of another kind, a second answer and none at all are told as what they are")
    func wrongAnswers() throws {
        let server = try Server(desk: FakeDesk { _ in .success(.done) })
        let client = try server.connect()
        client.send(#"{"method":"io.lintel.Privacy.Report"}"#)
        #expect(
            try client.receive()?.parameter("cause") == .string("the records answered something else than was asked"))

        let silent = FakeDesk(nil)
        let other = try Server(desk: silent)
        let caller = try other.connect()
        caller.send(#"{"method":"io.lintel.Consent.Refuse"}"#)
        caller.send(#"{"method":"io.lintel.Audit.Checkpoint"}"#)
        try Wait.until { silent.waitingCount == 1 }
        // The answer's closure is dropped.
        _ = silent.takeWaiting()
        #expect(try caller.receive()?.parameter("cause") == .string("the records gave no answer"))
        try Wait.until { silent.waitingCount == 1 }
        for asked in silent.takeWaiting() {
            asked.answer(.success(.checkpoint("first")))
            asked.answer(.success(.checkpoint("second")))
        }
        #expect(try caller.receive()?.parameter("checkpoint") == .string("first"))
        caller.send(#"{"method":"io.lintel.Status.Get"}"#)
        #expect(try caller.receive()?.parameter("door") == .string("main"))
    }

    @Test("no text of a request or a receipt holds its code")
    func noCode() {
        let code = DeskMethods.code
        let requests: [DeskRequest] = [
            .present(code: code), .consents(code: code), .renew(code: code, method: .kiosk),
            .withdraw(code: code, purposes: nil), .receipt(code: code), .entries(code: code),
            .export(code: code, reason: .review), .erase(code: code, reason: .review),
        ]
        var dumped = ""
        for request in requests { dump(request, to: &dumped) }
        dump(DeskReceipt.sample, to: &dumped)
        dumped += "\(requests) \(DeskReceipt.sample)"
        dumped += String(reflecting: requests) + String(reflecting: DeskReceipt.sample)
        #expect(!dumped.contains("89AB"))
    }
}
