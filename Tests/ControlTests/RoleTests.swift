import Control
import Testing

@Suite("Roles at the control socket")
struct RoleTests {
    private static let methods = [
        #"{"method":"io.lintel.Status.Get"}"#, #"{"method":"io.lintel.Monitor.Monitor","more":true}"#,
    ]

    @Test("without a role a call is refused, naming role and group")
    func refused() throws {
        let server = try Server()
        let client = try server.connect(user: 1000, groups: [])
        for method in Self.methods {
            client.send(method)
            let reply = try #require(try client.receive())
            #expect(reply.error == "io.lintel.Connection.RoleRequired")
            #expect(reply.parameter("roles") == .array([.string("viewer")]))
            #expect(reply.parameter("groups") == .array([.string("lintel-viewer")]))
            #expect(Reply.mismatch(reply, to: "") == nil)
        }
    }

    @Test("the role is asked before the parameters, which say nothing to a stranger")
    func roleFirst() throws {
        let server = try Server()
        let client = try server.connect(user: 1000, groups: [])
        client.send(#"{"method":"io.lintel.Monitor.Monitor","parameters":{"x":1}}"#)
        #expect(try client.receive()?.error == "io.lintel.Connection.RoleRequired")
    }

    @Test(
        "every role may see the status",
        arguments: ["lintel-viewer", "lintel-operator", "lintel-privacy", "lintel-bridge"])
    func allowed(group: String) throws {
        let server = try Server()
        let client = try server.connect(user: 1000, groups: [group])
        client.send(Self.methods[0])
        let reply = try #require(try client.receive())
        #expect(reply.error == nil)
        // Live totals are an operator's.
        let isLive = reply.parameter("entries.admitted") == .integer(11)
        #expect(isLive == (group == "lintel-operator"))
    }

    @Test("root and the daemon's own user have every role")
    func owners() throws {
        let server = try Server()
        for user in [0, SystemFacts.user] {
            let client = try server.connect(user: user, groups: [])
            client.send(Self.methods[0])
            #expect(try client.receive()?.parameter("entries.admitted") == .integer(11))
        }
    }

    @Test("the kernel's word on who calls is taken, and a group's number is the system's")
    func realCaller() throws {
        let server = try RealServer()
        var client = try ControlClient(path: server.path)
        // This process is the daemon: it has every role.
        #expect(try client.status().entries == ControlState.sample.entries)
        #expect(SystemFacts.mode(of: server.path).map { $0 & 0o7777 } == 0o666)
    }
}
