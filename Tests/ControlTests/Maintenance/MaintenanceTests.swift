import Capture
import Control
import Radiometry
import Screening
import Testing

@Suite("Maintenance sessions at the control socket")
struct MaintenanceTests {
    private static let view = #"{"method":"io.lintel.Maintenance.View","more":true}"#
    private static let end = #"{"method":"io.lintel.Maintenance.End"}"#

    private static func begin(_ minutes: Int = 5, reason: String = "aim the camera") -> String {
        "{\"method\":\"io.lintel.Maintenance.Begin\",\"parameters\":{\"reason\":\"\(reason)\",\"minutes\":\(minutes)}}"
    }

    @Test("a session is announced, shows the latest picture, and is over when it is ended")
    func session() throws {
        let host = FakeHost()
        let server = try Server(maintenance: host)
        let client = try server.connect(user: 1000, groups: ["lintel-operator"])
        client.send(Self.begin())
        let begun = try #require(try client.receive())
        #expect(begun.parameter("ends") == .integer(1_800_000_001_000 + 300_000))
        #expect(Reply.mismatch(begun, to: "io.lintel.Maintenance.Begin") == nil)
        // Before anybody looks there is nobody to make pictures for.
        #expect(host.all == [.began(user: 1000, reason: "aim the camera", minutes: 5)])
        client.send(Self.view)
        try Wait.until { host.pictures != nil }
        for index in [UInt8(1), 2] {
            host.pictures?.publish(try #require(.plain(index)))
            let reply = try #require(try client.receive())
            #expect(reply["continues"] == .bool(true))
            #expect(Reply.mismatch(reply, to: "io.lintel.Maintenance.View") == nil)
        }
        let other = try server.connect()
        other.send(Self.end)
        let ended = try #require(try other.receive())
        #expect(ended.error == nil && Reply.mismatch(ended, to: "io.lintel.Maintenance.End") == nil)
        let over = try #require(try client.receive())
        #expect(over.error == "io.lintel.Maintenance.Over" && over.parameter("cause") == .string("end"))
        #expect(Reply.mismatch(over, to: "") == nil)
        #expect(host.all.suffix(3) == [.shown, .hidden, .ended(.end, seconds: 0, pictures: 2)])
        // The connection goes on, without pictures.
        client.send(Self.view)
        #expect(try client.receive()?.error == "io.lintel.Maintenance.NotOpen")
    }

    @Test("the client of this module is shown the pictures as they were made, until the time is over")
    func typed() throws {
        let host = FakeHost()
        let server = try Server(maintenance: host)
        var client = try server.client()
        #expect(try client.beginMaintenance(reason: "aim it", minutes: 15) == 1_800_000_001_000 + 900_000)
        var seen: [LivePicture] = []
        let publishing = Publisher(host)
        publishing.start()
        let each = { (picture: LivePicture) in
            seen.append(picture)
            if seen.count == 3 {
                server.time.advance(seconds: 900)
                server.publisher.publish(ControlState.sample)
            }
            return true
        }
        let thrown = #expect(throws: ControlClientError.self) { try client.view(quiet: { true }, each) }
        publishing.stop()
        #expect(thrown == .maintenanceOver(.time))
        #expect(seen.count >= 3 && seen.allSatisfy { $0 == .plain(200, width: 60, height: 80) })
        #expect(host.all.last == .ended(.time, seconds: 900, pictures: seen.count))
    }

    @Test("it ends with its client, looking or not", arguments: [true, false])
    func clientGone(isLooking: Bool) throws {
        let host = FakeHost()
        let server = try Server(maintenance: host)
        var client: RawClient? = try server.connect()
        client?.send(Self.begin())
        _ = try client?.receive()
        if isLooking {
            client?.send(Self.view)
            try Wait.until { host.pictures != nil }
        }
        server.time.advance(seconds: 7)
        client = nil
        try Wait.until { host.all.last == .ended(.client, seconds: 7, pictures: 0) }
        let next = try server.connect()
        next.send(Self.begin())
        #expect(try next.receive()?.error == nil)
    }

    @Test("it ends by time though nobody looks, and its client may begin another")
    func time() throws {
        let host = FakeHost()
        let server = try Server(maintenance: host)
        let client = try server.connect()
        client.send(Self.begin(1))
        _ = try client.receive()
        server.time.advance(seconds: 59)
        _ = try server.status()
        #expect(host.all.count == 1)
        server.time.advance(seconds: 1)
        _ = try server.status()
        #expect(host.all.last == .ended(.time, seconds: 60, pictures: 0))
        client.send(Self.begin(1))
        #expect(try client.receive()?.error == nil)
    }

    @Test("the daemon's end is announced too")
    func stop() throws {
        let host = FakeHost()
        var server: Server? = try Server(maintenance: host)
        let client = try #require(server).connect()
        client.send(Self.begin())
        _ = try client.receive()
        server = nil
        #expect(host.all.last == .ended(.stop, seconds: 0, pictures: 0))
        #expect(try client.receive() == nil)
    }

    @Test("there is one session at a time, and another client is told for how long")
    func oneOnly() throws {
        let server = try Server(maintenance: FakeHost())
        let (first, second) = (try server.connect(), try server.connect())
        first.send(Self.begin(2))
        _ = try first.receive()
        server.time.advance(seconds: 30)
        for client in [second, first] {
            client.send(Self.begin())
            let reply = try #require(try client.receive())
            #expect(reply.error == "io.lintel.Maintenance.AlreadyOpen" && reply.parameter("seconds") == .integer(91))
            #expect(Reply.mismatch(reply, to: "") == nil)
        }
        // Nobody but who announced it sees anything.
        second.send(Self.view)
        #expect(try second.receive()?.error == "io.lintel.Maintenance.NotOpen")
    }

    @Test("nothing is shown without a session, without more, without a reason, or for longer than 15 minutes")
    func refused() throws {
        let host = FakeHost()
        let server = try Server(maintenance: host)
        let client = try server.connect()
        let long = String(repeating: "x", count: 81)
        let refused: [(String, String)] = [
            (Self.view, "io.lintel.Maintenance.NotOpen"), (Self.end, "io.lintel.Maintenance.NotOpen"),
            (#"{"method":"io.lintel.Maintenance.View"}"#, "org.varlink.service.ExpectedMore"),
            (Self.begin(0), "minutes"), (Self.begin(16), "minutes"), (Self.begin(-1), "minutes"),
            (Self.begin(reason: ""), "reason"), (Self.begin(reason: "  "), "reason"),
            (Self.begin(reason: long), "reason"), (Self.begin(reason: "a\\nb"), "reason"),
            (Self.begin(reason: "a\\u001b[2J"), "reason"), (Self.begin(reason: "\\u202e"), "reason"),
        ]
        for (call, expected) in refused {
            client.send(call)
            let reply = try #require(try client.receive())
            #expect(reply.error == expected || reply.parameter("parameter") == .string(expected), "\(call)")
            #expect(Reply.mismatch(reply, to: "") == nil)
        }
        #expect(host.all.isEmpty)
        client.send(Self.begin(15, reason: String(repeating: "문", count: 80)))
        #expect(try client.receive()?.error == nil)
    }

    @Test("only an operator may, and a bridge never")
    func roles() throws {
        let host = FakeHost()
        let server = try Server(maintenance: host)
        let groups = [
            [], ["lintel-viewer"], ["lintel-privacy"], ["lintel-bridge"], ["lintel-operator", "lintel-bridge"],
        ]
        for groups in groups {
            let client = try server.connect(user: 1000, groups: groups)
            for call in [Self.begin(), Self.end, Self.view] {
                client.send(call)
                let reply = try #require(try client.receive())
                #expect(reply.error == "io.lintel.Connection.RoleRequired")
                #expect(reply.parameter("roles") == .array([.string("operator")]))
            }
        }
        #expect(host.all.isEmpty)
    }

    @Test("a client that reads slowly misses pictures and takes no memory; one that reads nothing is cut off")
    func slow() throws {
        let host = FakeHost()
        let server = try Server(maintenance: host)
        let client = try server.connect()
        client.send(Self.begin())
        _ = try client.receive()
        client.send(Self.view)
        try Wait.until { host.pictures != nil }
        // Far more than what the kernel and the server would keep: each is some 6.5 KB.
        for number in 0..<2000 {
            host.pictures?.publish(try #require(.plain(UInt8(number % 256))))
            if number % 50 == 0 { _ = try server.status() }
        }
        _ = try server.status()
        #expect(try server.status().clients.slow == 0)
        server.time.advance(seconds: 31)
        _ = try server.status()
        #expect(try server.status().clients.slow == 1)
        guard case .ended(.client, 31, let sent)? = host.all.last else {
            Issue.record("\(host.all)")
            return
        }
        #expect(sent < 100)
        // What was sent is whole.
        #expect(try client.receiveAll().count <= sent)
    }

    @Test("without anybody who announces it there is no session")
    func noHost() throws {
        let server = try Server()
        let client = try server.connect()
        client.send(Self.begin())
        #expect(try client.receive()?.error == "org.varlink.service.MethodNotImplemented")
    }

    @Test("a picture is at most 80 by 60, or 60 by 80, and has an index for each pixel")
    func sizes() throws {
        #expect(LivePicture.plain(1, width: 81, height: 10) == nil)
        #expect(LivePicture.plain(1, width: 80, height: 61) == nil)
        #expect(LivePicture.plain(1, width: 61, height: 80) == nil)
        #expect(LivePicture.plain(1, width: 0, height: 10) == nil)
        #expect(LivePicture.plain(1, width: 60, height: 80) != nil)
        let size = FrameSize(width: 4, height: 3)
        #expect(
            LivePicture(size: size, indices: [1], people: [], disc: nil, reference: .none, camera: .ready) == nil)
    }

    @Test("no field of the picture can hold a reading")
    func noReading() throws {
        let interface = try #require(try InterfaceCatalog()["io.lintel.Maintenance"])
        let code = interface.text.split(separator: "\n").filter { !$0.contains("#") }.joined(separator: "\n")
        #expect(!code.contains(/celsius|_c:|temperature|skin|float/))
    }
}

/// Publishes pictures until it is stopped.
private final class Publisher: Sendable {
    private let host: FakeHost
    private let flag = Flag()

    init(_ host: FakeHost) { self.host = host }

    func start() {
        Background.run { [host, flag] in
            while !flag.isSet {
                if let picture = LivePicture.plain(200, width: 60, height: 80) { host.pictures?.publish(picture) }
                Background.pause()
            }
        }
    }

    func stop() { flag.set() }
}
