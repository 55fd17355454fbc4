import Control
import Radiometry
import Screening
import Testing

@Suite("Monitor")
struct MonitorTests {
    private static let entering = EntryEvent.passage(Passage(track: 7, time: 1, direction: .entering))
    private static let screening = EntryEvent.screening(
        Screening(
            track: 7, time: 1, frame: 2, outcome: .undecided, skin: nil, reference: 36.6, reason: .covered,
            box: PixelBox(x: 1, y: 2, width: 3, height: 4)))

    private func monitor(_ client: RawClient, after: String? = nil) {
        let parameters = after.map { "{\"after\":\"\($0)\"}" } ?? "{}"
        client.send("{\"method\":\"io.lintel.Monitor.Monitor\",\"more\":true,\"parameters\":\(parameters)}")
    }

    private func next(_ client: RawClient) throws -> JSONObject {
        let reply = try #require(try client.receive())
        #expect(Reply.mismatch(reply, to: "io.lintel.Monitor.Monitor") == nil, "\(reply.json)")
        return reply
    }

    private func id(_ reply: JSONObject) -> String {
        if case .string(let id)? = reply.parameter("event.id") { id } else { "" }
    }

    @Test("it begins with every part's condition, then tells what changes")
    func startAndChanges() throws {
        let server = try Server()
        let client = try server.connect()
        monitor(client)
        let start = try MonitorEvent(try #require(next(client)["parameters"].object))
        let conditions = ControlState.sample.conditions
        #expect(start.content == .start(Part.allCases.map { .init(part: $0, condition: conditions[$0]) }))
        server.publisher.publish(.sample)
        server.publisher.publish(ControlState.sample.camera("absent: unplugged"))
        server.publisher.publish(Self.screening)
        server.publisher.publish(Self.entering)
        let events = try (0..<3).map { _ in try MonitorEvent(try #require(next(client)["parameters"].object)) }
        #expect(
            events.map(\.content) == [
                .state([.init(part: .camera, condition: .init(.attention, code: "absent", words: "absent: unplugged"))]
                ),
                .screening(track: 7, outcome: .undecided, reason: .covered), .passage(direction: .entering, track: 7),
            ])
        #expect(events.map(\.id.number) == [1, 2, 3])
        #expect(Set(events.map(\.id.start)) == [start.id.start])
        #expect(events[2].time == 1_800_000_001_000)
    }

    @Test("a client that comes back gets what it missed, in order")
    func resume() throws {
        let server = try Server()
        let client = try server.connect()
        monitor(client)
        _ = try next(client)
        for index in 0..<10 { server.publisher.publish(ControlState.sample.camera("\(index)")) }
        let ids = try (0..<10).map { _ in id(try next(client)) }
        for missed in [0, 3, 9] {
            let again = try server.connect()
            monitor(again, after: ids[missed])
            let replies = try ids[(missed + 1)...].map { _ in id(try next(again)) }
            #expect(replies == Array(ids[(missed + 1)...]))
            server.publisher.publish(ControlState.sample.camera("then \(missed)"))
            #expect(try next(again).parameter("event.kind") == .string("state"))
            _ = try next(client)
        }
    }

    @Test("events that are gone are a gap: another start, too old, not happened yet")
    func gap() throws {
        let server = try Server()
        let client = try server.connect()
        monitor(client)
        let first = id(try next(client))
        for index in 0..<65 {
            server.publisher.publish(ControlState.sample.camera("\(index)"))
            _ = try next(client)
        }
        let start = first.dropLast(2)
        let again = try server.connect()
        for after in ["0000000000000000-65", "\(start)-0", "\(start)-66"] {
            monitor(again, after: after)
            let reply = try #require(try again.receive())
            #expect(reply.error == "io.lintel.Monitor.Gap")
            #expect(reply.parameter("after") == .string(after))
            #expect(Reply.mismatch(reply, to: "") == nil)
        }
        monitor(again, after: "\(start)-1")
        #expect(id(try next(again)) == "\(start)-2")
    }

    @Test(
        "who is told what",
        arguments: [
            (["lintel-viewer"], false), (["lintel-bridge"], false), (["lintel-privacy"], false),
            (["lintel-operator"], true), (["lintel-operator", "lintel-viewer"], true),
            (["lintel-operator", "lintel-bridge"], false),
        ])
    func disclosure(groups: [String], isToldOfPeople: Bool) throws {
        let server = try Server()
        let client = try server.connect(user: 1000, groups: groups)
        monitor(client)
        _ = try next(client)
        server.publisher.publish(Self.screening)
        server.publisher.publish(Self.entering)
        server.publisher.publish(ControlState.sample.camera("x"))
        let count = isToldOfPeople ? 3 : 2
        let replies = try (0..<count).map { _ in try next(client) }
        let kinds = replies.map { $0.parameter("event.kind") }
        let expected = (isToldOfPeople ? ["screening"] : []) + ["passage", "state"]
        #expect(kinds == expected.map { .string($0) })
        // No number left out tells of what is not told.
        #expect(replies.map { id($0).suffix(2) } == (1...count).map { "-\($0)" })
        let told = replies.map(\.json).joined()
        #expect(told.contains("track") == isToldOfPeople)
        #expect(told.contains("undecided") == isToldOfPeople)
        #expect(!told.contains("36.6"))
    }

    @Test("what a resumed client is told is no more than it is told live")
    func resumedDisclosure() throws {
        let server = try Server()
        let groups = ["lintel-bridge"]
        let (owner, bridge) = (try server.connect(), try server.connect(user: 1000, groups: groups))
        monitor(owner)
        monitor(bridge)
        let (ownersStart, start) = (id(try next(owner)), id(try next(bridge)))
        server.publisher.publish(Self.screening)
        server.publisher.publish(Self.entering)
        _ = try (next(owner), next(owner), next(bridge))
        let again = try server.connect(user: 1000, groups: groups)
        monitor(again, after: ownersStart)
        #expect(try again.receive()?.error == "io.lintel.Monitor.Gap")
        monitor(again, after: start)
        let reply = try next(again)
        #expect(reply.parameter("event.kind") == .string("passage"))
        #expect(reply.parameter("event.passage.track") == nil)
    }

    @Test("totals are told every quarter of an hour, and to a viewer only then")
    func counts() throws {
        let server = try Server()
        let viewer = try server.connect(user: 1000, groups: ["lintel-viewer"])
        let watcher = try server.connect(user: 1000, groups: ["lintel-bridge"])
        monitor(watcher)
        _ = try next(watcher)
        func totals() throws -> (EntryTotals, Int64) {
            viewer.send(#"{"method":"io.lintel.Status.Get"}"#)
            let status = try DoorStatus(try #require(try viewer.receive()?["parameters"].object))
            return (status.entries, status.entriesAge)
        }
        #expect(try totals() == (EntryTotals(), 0))
        server.time.advance(seconds: 899)
        #expect(try totals() == (EntryTotals(), 899_000))
        #expect(try server.status().entries == ControlState.sample.entries)
        server.time.advance(seconds: 1)
        #expect(try totals() == (ControlState.sample.entries, 0))
        let event = try MonitorEvent(try #require(next(watcher)["parameters"].object))
        #expect(event.content == .counts(ControlState.sample.entries))
        var later = ControlState.sample
        later.entries.admitted = 12
        server.publisher.publish(later)
        server.time.advance(seconds: 2 * 900 + 7)
        #expect(try totals() == (later.entries, 7000))
    }

    @Test("lost publications end every stream with a gap")
    func loss() throws {
        let publisher = try ControlPublisher(.sample, capacity: 4)
        for index in 0..<10 { publisher.publish(ControlState.sample.camera("\(index)")) }
        let server = try Server(publisher: publisher)
        let client = try server.connect()
        #expect(try server.status().clients.lost == 6)
        // The first four were kept, and what came after is a gap.
        monitor(client)
        let start = id(try next(client))
        #expect(start.hasSuffix("-5"))
        let again = try server.connect()
        monitor(again, after: start.dropLast(1) + "4")
        #expect(try again.receive()?.error == "io.lintel.Monitor.Gap")
        // Publishing goes on faster than one thread can take: the stream ends with a gap or has every event.
        var published = 0
        while try server.status().clients.lost == 6 {
            for _ in 0..<1000 {
                published += 1
                publisher.publish(ControlState.sample.camera("next \(published)"))
            }
        }
        var last = 5
        while let reply = try client.receive(), reply.error == nil {
            last += 1
            #expect(id(reply).hasSuffix("-\(last)"))
        }
        #expect(last < published + 5)
        client.send(#"{"method":"io.lintel.Status.Get"}"#)
        #expect(try client.receive()?.error == nil)
    }
}

extension JSONValue? {
    fileprivate var object: JSONObject? { if case .object(let object)? = self { object } else { nil } }
}
