import Control
import Testing

@Suite("The Varlink protocol of the control socket")
struct ProtocolTests {
    private static let info = #"{"method":"org.varlink.service.GetInfo"}"#

    @Test("every method's reply has exactly the fields of its interface")
    func replies() throws {
        let server = try Server()
        let client = try server.connect()
        let calls = [
            ("org.varlink.service.GetInfo", "{}"),
            ("org.varlink.service.GetInterfaceDescription", #"{"interface":"io.lintel.Status"}"#),
            ("io.lintel.Status.Get", "{}"),
        ]
        for (method, parameters) in calls {
            client.send("{\"method\":\"\(method)\",\"parameters\":\(parameters)}")
            let reply = try #require(try client.receive())
            #expect(reply.error == nil)
            #expect(Reply.mismatch(reply, to: method) == nil)
        }
    }

    @Test("each interface's description is its file")
    func descriptions() throws {
        let server = try Server()
        let client = try server.connect()
        for interface in try InterfaceCatalog().interfaces {
            client.send(
                #"{"method":"org.varlink.service.GetInterfaceDescription","parameters":{"interface":"\#(interface.name)"}}"#
            )
            #expect(try client.receive()?.parameter("description") == .string(interface.text))
        }
    }

    @Test(
        "a call that can't be answered gets its error, and the connection goes on",
        arguments: [
            (
                #"{"method":"io.lintel.Nothing.Get"}"#, "org.varlink.service.InterfaceNotFound", "interface",
                "io.lintel.Nothing"
            ),
            (
                #"{"method":"io.lintel.Status.Set"}"#, "org.varlink.service.MethodNotFound", "method",
                "io.lintel.Status.Set"
            ),
            (#"{"method":"Get"}"#, "org.varlink.service.MethodNotFound", "method", "Get"),
            (#"{"method":""}"#, "org.varlink.service.MethodNotFound", "method", ""),
            (
                #"{"method":"io.lintel.Status.Get","parameters":{"all":true}}"#,
                "org.varlink.service.InvalidParameter", "parameter", "all"
            ),
            (
                #"{"method":"org.varlink.service.GetInterfaceDescription"}"#, "org.varlink.service.InvalidParameter",
                "parameter", "interface"
            ),
            (
                #"{"method":"org.varlink.service.GetInterfaceDescription","parameters":{"interface":"a.b"}}"#,
                "org.varlink.service.InterfaceNotFound", "interface", "a.b"
            ),
            (
                #"{"method":"io.lintel.Monitor.Monitor","more":true,"parameters":{"after":"yesterday"}}"#,
                "org.varlink.service.InvalidParameter", "parameter", "after"
            ),
        ])
    func errors(call: String, error: String, parameter: String, value: String) throws {
        let server = try Server()
        let client = try server.connect()
        client.send(call)
        let reply = try #require(try client.receive())
        #expect(reply.error == error)
        #expect(reply.parameter(parameter) == .string(value))
        #expect(Reply.mismatch(reply, to: "") == nil)
        client.send(Self.info)
        #expect(try client.receive()?.error == nil)
    }

    @Test("upgrade is refused, and Monitor without more says what it expects")
    func upgradeAndMore() throws {
        let server = try Server()
        let client = try server.connect()
        client.send(#"{"method":"io.lintel.Status.Get","upgrade":true}"#)
        #expect(try client.receive()?.error == "io.lintel.Connection.UpgradeRefused")
        client.send(#"{"method":"io.lintel.Monitor.Monitor"}"#)
        #expect(try client.receive()?.error == "org.varlink.service.ExpectedMore")
    }

    @Test("parameters and flags may be left out or null")
    func leftOut() throws {
        let server = try Server()
        let client = try server.connect()
        client.send(
            #"{"parameters":null,"more":null,"oneway":false,"upgrade":null,"method":"io.lintel.Status.Get","x":1}"#)
        #expect(try client.receive()?.error == nil)
        client.send(#"{"method":"io.lintel.Status.Get","more":true}"#)
        let reply = try #require(try client.receive())
        #expect(reply.error == nil && reply["continues"] == nil)
    }

    @Test("a oneway call gets no reply, not even an error")
    func oneway() throws {
        let server = try Server()
        let client = try server.connect()
        client.send(#"{"method":"io.lintel.Status.Get","oneway":true}"#)
        client.send(#"{"method":"io.lintel.No.Get","oneway":true}"#)
        client.send(#"{"method":"io.lintel.Monitor.Monitor","oneway":true,"more":true}"#)
        client.send(#"{"method":"io.lintel.Status.Set"}"#)
        client.finishSending()
        #expect(try client.receiveAll().map(\.error) == ["org.varlink.service.MethodNotFound"])
    }

    @Test("calls that come at once are answered in their order, also when nothing more is sent")
    func pipelined() throws {
        let server = try Server()
        let client = try server.connect()
        let count = 500
        let calls = (0..<count).map { #"{"method":"io.lintel.Status.M\#($0)"}"# + "\0" }.joined()
        client.send(Array(calls.utf8))
        client.finishSending()
        let replies = try client.receiveAll()
        #expect(replies.map { $0.parameter("method") } == (0..<count).map { .string("io.lintel.Status.M\($0)") })
    }

    @Test("a call may come byte by byte")
    func splitWrites() throws {
        let server = try Server()
        let client = try server.connect()
        for byte in Array(Self.info.utf8) + [0] { client.send([byte]) }
        #expect(try client.receive()?.parameter("product") == .string("linteld"))
    }

    @Test(
        "what is no call is told so, and the connection ends",
        arguments: [
            "", "x", "[]", "{}", "{\"method\":1}", "{\"method\":\"a.B\",\"parameters\":[]}",
            "{\"method\":\"a.B\",\"more\":1}", "{\"method\":\"a.B\"} ,", "\u{FEFF}{\"method\":\"a.B\"}",
            "{\"method\":\"a.B\",\"parameters\":" + String(repeating: "[", count: 8000),
        ])
    func malformed(message: String) throws {
        let server = try Server()
        let client = try server.connect()
        client.send(message)
        client.send(Self.info)
        let replies = try client.receiveAll()
        #expect(replies.map(\.error) == ["io.lintel.Connection.MessageMalformed"])
        for reply in replies { #expect(Reply.mismatch(reply, to: "") == nil) }
        #expect(try server.status().clients.malformed == 1)
    }

    @Test("the longest call is taken, one byte more is refused before it ends")
    func sizes() throws {
        var limits = ControlLimits()
        limits.callBytes = 200
        let server = try Server(limits: limits)
        let fits = try server.connect()
        fits.send(Self.info + String(repeating: " ", count: 200 - Self.info.utf8.count))
        #expect(try fits.receive()?.error == nil)
        let client = try server.connect()
        client.send(Array(repeating: UInt8(ascii: " "), count: 201))
        let reply = try #require(try client.receive())
        #expect(reply.error == "io.lintel.Connection.MessageTooLarge")
        #expect(reply.parameter("limit") == .integer(200))
        #expect(try client.receive() == nil)
    }
}
