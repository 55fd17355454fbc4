import Control
import Testing

@Suite("Many, slow and greedy clients")
struct LoadTests {
    private static let get = #"{"method":"io.lintel.Status.Get"}"#
    private static let monitor = #"{"method":"io.lintel.Monitor.Monitor","more":true}"#

    @Test("100 clients at once are all served where so many are allowed")
    func hundredServed() throws {
        var limits = ControlLimits()
        limits.connections = 101
        let server = try Server(limits: limits)
        let clients = try (0..<100).map { _ in try RawClient(server.path) }
        for client in clients { client.send(Self.get) }
        for client in clients { #expect(try client.receive()?.error == nil) }
        for client in clients { client.send(Self.monitor) }
        for client in clients { #expect(try client.receive()?.parameter("event.kind") == .string("start")) }
        server.publisher.publish(ControlState.sample.camera("gone"))
        for client in clients { #expect(try client.receive()?.parameter("event.kind") == .string("state")) }
        let connected = try withExtendedLifetime(clients) { try server.status().clients.connected }
        #expect(connected == 101)
    }

    @Test("of 100 clients at once, those over the limit are told so and the others served")
    func hundredLimited() throws {
        let server = try Server()
        let clients = try (0..<100).map { _ in try RawClient(server.path) }
        for client in clients { client.send(Self.get) }
        let replies = try clients.map { try $0.receive() }
        let served = replies.count { $0?.error == nil && $0 != nil }
        let refused = replies.filter { $0?.error == "io.lintel.Connection.TooManyConnections" }
        #expect(served == 64 && refused.count == 36)
        for reply in refused { #expect(reply.map { Reply.mismatch($0, to: "") } == .some(nil)) }
        _ = withExtendedLifetime(clients) {
            #expect(throws: ControlClientError.busy(path: server.path)) { try server.status() }
        }
    }

    @Test("connections that end make room")
    func room() throws {
        let server = try Server()
        for _ in 0..<300 {
            let client = try RawClient(server.path)
            client.send(Self.get)
            #expect(try client.receive()?.error == nil)
        }
        let status = try server.status()
        #expect(status.clients.refused == 0)
        #expect(status.clients.connected == 1)
    }

    @Test("one user can't take every connection")
    func perUser() throws {
        let server = try Server()
        let clients = try (0..<16).map { _ in try server.connect(user: 1000) }
        #expect(throws: (any Error).self) { try server.connect(user: 1000) }
        _ = try server.connect(user: 1001)
        #expect(try server.status().clients.refused == 1)
        #expect(clients.count == 16)
    }

    @Test("a client that reads no events is cut off, and the others miss none")
    func neverReads() throws {
        let server = try Server()
        let (deaf, reader) = (try server.connect(), try server.connect())
        for client in [deaf, reader] { client.send(Self.monitor) }
        _ = try reader.receive()
        let words = String(repeating: "w", count: 8000)
        var sent = 0
        while sent < 1000, try server.status().clients.slow == 0 {
            sent += 1
            server.publisher.publish(ControlState.sample.camera("\(sent) \(words)"))
            #expect(try reader.receive()?.parameter("event.kind") == .string("state"))
        }
        // The kernel's buffers and what may wait are filled by far fewer.
        #expect(sent < 1000)
        #expect(try server.status().clients.connected == 2)
        // What was sent before is whole; then the connection ends.
        #expect(try deaf.receiveAll().count < sent)
    }

    @Test("a client that calls and reads nothing is not heard any more, and is cut off in the end")
    func greedy() throws {
        let server = try Server()
        let client = try server.connect()
        let calls = Array(String(repeating: Self.get + "\0", count: 1000).utf8)
        // Sends until the server has stopped reading: what is taken is bounded.
        var (sent, idle) = (0, 0)
        while idle < 50, sent < 100_000_000 {
            let count = client.sendWithoutWaiting(calls)
            sent += count
            idle = count == 0 ? idle + 1 : 0
            if count == 0 { _ = try server.status() }
        }
        #expect(sent < 10_000_000)
        #expect(try server.status().clients.slow == 0)
        server.time.advance(seconds: 31)
        // A call of anybody lets the server look at its clients.
        let slow = try withExtendedLifetime(client) {
            _ = try server.status()
            return try server.status().clients.slow
        }
        #expect(slow == 1)
        #expect(try server.status().clients.connected == 1)
    }

    @Test("publishing never waits, served or not")
    func publishing() throws {
        let publisher = try ControlPublisher(.sample, capacity: 16)
        for index in 0..<100_000 { publisher.publish(ControlState.sample.camera("\(index)")) }
        let server = try Server(publisher: publisher)
        #expect(try server.status().clients.lost == 100_000 - 16)
        #expect(try server.status().conditions.camera.words == "15")
    }
}
