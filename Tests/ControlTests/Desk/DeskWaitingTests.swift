import Control
import Testing

@Suite("Calls that wait for the records desk")
struct DeskWaitingTests {
    private static let refuse = #"{"method":"io.lintel.Consent.Refuse"}"#
    private static let status = #"{"method":"io.lintel.Status.Get"}"#
    private static let checkpoint = #"{"method":"io.lintel.Audit.Checkpoint"}"#

    @Test("replies come in the order of the calls, however late the desk answers")
    func order() throws {
        let desk = FakeDesk(nil)
        let server = try Server(desk: desk)
        let client = try server.connect()
        for call in [Self.status, Self.checkpoint, Self.status, Self.checkpoint, #"{"method":"io.lintel.No.No"}"#] {
            client.send(call)
        }
        client.finishSending()
        #expect(try client.receive()?.parameter("door") == .string("main"))
        for number in 1...2 {
            try Wait.until { desk.waitingCount == 1 }
            // Others are served meanwhile.
            #expect(try server.status().door == "main")
            for asked in desk.takeWaiting() { asked.answer(.success(.checkpoint("\(number)"))) }
            #expect(try client.receive()?.parameter("checkpoint") == .string("\(number)"))
            if number == 1 { #expect(try client.receive()?.parameter("door") == .string("main")) }
        }
        #expect(try client.receive()?.error == "org.varlink.service.InterfaceNotFound")
        #expect(try client.receive() == nil)
    }

    @Test("a desk that never answers holds nobody but who asked it, and only so many")
    func bounded() throws {
        var limits = ControlLimits()
        limits.deskRequests = 5
        limits.deskRequestsPerUser = 2
        let desk = FakeDesk(nil)
        let server = try Server(limits: limits, desk: desk)
        var held: [RawClient] = []
        for user in [UInt32(1000), 1000, 1001, 1001] {
            let client = try server.connect(user: user, groups: ["lintel-operator"])
            client.send(Self.refuse)
            held.append(client)
        }
        try Wait.until { desk.waitingCount == 4 }
        // One user's share is used up, another's is not, and root has all that is left.
        let third = try server.connect(user: 1000, groups: ["lintel-operator"])
        third.send(Self.refuse)
        let busy = try #require(try third.receive())
        #expect(busy.error == "io.lintel.Records.Busy")
        #expect(Reply.mismatch(busy, to: "") == nil)
        held.append(try server.connect(user: 1002, groups: ["lintel-operator"]))
        held[4].send(Self.refuse)
        try Wait.until { desk.waitingCount == 5 }
        let root = try server.connect()
        root.send(Self.refuse)
        #expect(try root.receive()?.error == "io.lintel.Records.Busy")
        // Calls that need no desk are answered as ever.
        root.send(Self.status)
        #expect(try root.receive()?.error == nil)
        for asked in desk.takeWaiting() { asked.answer(.success(.done)) }
        for client in held { #expect(try client.receive()?.error == nil) }
        root.send(Self.refuse)
        try Wait.until { desk.waitingCount == 1 }
    }

    @Test("a client that goes away is forgotten at once, its answer is dropped, and its place is free after it")
    func gone() throws {
        var limits = ControlLimits()
        limits.deskRequests = 1
        let desk = FakeDesk(nil)
        let server = try Server(limits: limits, desk: desk)
        var client: RawClient? = try server.connect()
        client?.send(Self.checkpoint)
        try Wait.until { desk.waitingCount == 1 }
        client = nil
        // Only the one that asks is there.
        try Wait.until { try server.status().clients.connected == 1 }
        let other = try server.connect()
        other.send(Self.refuse)
        #expect(try other.receive()?.error == "io.lintel.Records.Busy")
        for asked in desk.takeWaiting() { asked.answer(.success(.checkpoint("late"))) }
        // Nothing of it reaches anybody else, and there is room for another.
        other.send(Self.checkpoint)
        try Wait.until { desk.waitingCount == 1 }
        for asked in desk.takeWaiting() { asked.answer(.success(.checkpoint("own"))) }
        #expect(try other.receive()?.parameter("checkpoint") == .string("own"))
    }

    @Test("a oneway call reaches the desk, gets no reply and holds up nothing")
    func oneway() throws {
        var limits = ControlLimits()
        limits.deskRequests = 2
        let desk = FakeDesk(nil)
        let server = try Server(limits: limits, desk: desk)
        let client = try server.connect()
        for _ in 0..<5 { client.send(#"{"method":"io.lintel.Consent.Refuse","oneway":true}"#) }
        client.send(Self.status)
        #expect(try client.receive()?.parameter("door") == .string("main"))
        // The bound holds for them too.
        #expect(desk.requests.count == 2)
        for asked in desk.takeWaiting() { asked.answer(.success(.done)) }
        client.send(Self.status)
        #expect(try client.receive()?.parameter("door") == .string("main"))
    }

    @Test("answers from many threads at once all arrive, each at its own client")
    func threads() throws {
        let desk = FakeDesk(nil)
        let server = try Server(desk: desk)
        let clients = try (0..<24).map { _ in try server.connect() }
        for round in 0..<20 {
            for client in clients { client.send(Self.checkpoint) }
            try Wait.until { desk.waitingCount == clients.count }
            let waiting = desk.takeWaiting()
            Parallel.run(waiting.count) { index in waiting[index].answer(.success(.checkpoint("\(round)"))) }
            for client in clients { #expect(try client.receive()?.parameter("checkpoint") == .string("\(round)")) }
        }
    }

    @Test("the server stops while the desk still works, and an answer after that is none")
    func stopping() throws {
        let desk = FakeDesk(nil)
        var server: Server? = try Server(desk: desk)
        let client = try #require(server).connect()
        client.send(Self.refuse)
        try Wait.until { desk.waitingCount == 1 }
        server = nil
        #expect(try client.receive() == nil)
        for asked in desk.takeWaiting() { asked.answer(.success(.done)) }
    }
}
