import Control
import Testing

@Suite("Who may ask the records desk")
struct DeskRoleTests {
    private static let groups: [(role: Role, group: String)] = [
        (.viewer, "lintel-viewer"), (.operator, "lintel-operator"), (.privacyOfficer, "lintel-privacy"),
        (.bridge, "lintel-bridge"),
    ]

    /// The roles that a method needs one of, as the comment above it says: the words behind "Needs the role".
    private static func documented(_ method: String) throws -> Set<Role> {
        let dot = try #require(method.lastIndex(of: "."))
        let text = try #require(try InterfaceCatalog()[String(method[..<dot])]).text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let name = method[method.index(after: dot)...]
        let index = try #require(lines.firstIndex { $0.hasPrefix("method \(name)(") })
        let comment = lines[..<index].reversed().prefix { $0.hasPrefix("#") }.reversed().joined(separator: " ")
        let sentence = try #require(comment.split(separator: "Needs the role ").last?.split(separator: ".").first)
        return Set(sentence.replacing(",", with: " ").split(separator: " ").compactMap { Role(rawValue: String($0)) })
    }

    @Test("every method, for every set of roles, is as its interface says; a bridge is never more than a viewer")
    func matrix() throws {
        let desk = FakeDesk()
        let server = try Server(desk: desk)
        for method in DeskMethods.all {
            let needed = try Self.documented(method.name)
            #expect(!needed.isEmpty, "\(method)")
            for set in 0..<(1 << Self.groups.count) {
                let held = Self.groups.enumerated().filter { set >> $0.offset & 1 == 1 }.map(\.element)
                let roles = Set(held.map(\.role))
                let client = try server.connect(user: 1000, groups: held.map(\.group))
                let before = desk.requests.count
                client.send(method.call)
                let reply = try #require(try client.receive())
                let usable = roles.contains(.bridge) ? roles.intersection([.bridge]) : roles
                let mayAsk = !usable.isDisjoint(with: needed)
                #expect((reply.error == nil) == mayAsk, "\(method) with \(roles)")
                // Who may not is not even looked at by the desk.
                #expect(desk.requests.count == before + (mayAsk ? 1 : 0))
                if !mayAsk {
                    #expect(reply.error == "io.lintel.Connection.RoleRequired")
                    #expect(Reply.mismatch(reply, to: "") == nil)
                }
            }
        }
    }

    @Test("the refusal names every role that would do, and its group")
    func refusal() throws {
        let server = try Server(desk: FakeDesk())
        let client = try server.connect(user: 1000, groups: ["lintel-viewer"])
        client.send(#"{"method":"io.lintel.Privacy.Report"}"#)
        let reply = try #require(try client.receive())
        #expect(reply.parameter("roles") == .array([.string("operator"), .string("privacy-officer")]))
        #expect(reply.parameter("groups") == .array([.string("lintel-operator"), .string("lintel-privacy")]))
        let error = ControlClientError.roleRequired(
            roles: ["operator", "privacy-officer"], groups: ["lintel-operator", "lintel-privacy"])
        #expect(
            error.cause
                == "not allowed: this needs the role operator or privacy-officer, which is the group lintel-operator or lintel-privacy's"
        )
    }

    @Test("root may ask everything")
    func root() throws {
        let server = try Server(desk: FakeDesk())
        let client = try server.connect()
        for method in DeskMethods.all {
            client.send(method.call)
            #expect(try client.receive()?.error == nil)
        }
    }

    @Test("a oneway call of somebody who may not is not carried out either")
    func oneway() throws {
        let desk = FakeDesk()
        let server = try Server(desk: desk)
        let client = try server.connect(user: 1000, groups: ["lintel-viewer"])
        for method in DeskMethods.all where !method.name.hasSuffix("Notice") { client.send(method.onewayCall) }
        client.send(#"{"method":"io.lintel.Status.Get"}"#)
        #expect(try client.receive()?.error == nil)
        #expect(desk.requests.isEmpty)
    }
}
