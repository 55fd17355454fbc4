import Control
import Testing

@Suite("The records desk, asked anything")
struct DeskFuzzTests {
    @Test(
        "parameters that are not of the interface are named",
        arguments: [
            ("Consent.Grant", #"{"purposes":["a"],"language":"en","method":"letter"}"#, "method"),
            ("Consent.Grant", #"{"purposes":"a","language":"en","method":"kiosk"}"#, "purposes"),
            ("Consent.Grant", #"{"purposes":["a",1],"language":"en","method":"kiosk"}"#, "purposes[1]"),
            ("Consent.Grant", #"{"purposes":["a"],"method":"kiosk"}"#, "language"),
            ("Consent.Present", "{}", "code"), ("Consent.Present", #"{"code":null}"#, "code"),
            ("Consent.Present", #"{"code":{}}"#, "code"), ("Consent.Refuse", #"{"code":"x"}"#, "code"),
            ("Consent.Withdraw", #"{"code":"x","purposes":[null]}"#, "purposes[0]"),
            ("Records.Export", #"{"code":"x","reason":"curiosity"}"#, "reason"),
            ("Records.Export", #"{"code":"x"}"#, "reason"), ("Records.Erase", #"{"reason":"review"}"#, "code"),
            ("Records.Erase", #"{"code":"x","consent":"y","reason":"review"}"#, "consent"),
            ("Records.Erase", #"{"code":"x","reason":"persons_request"}"#, "reason"),
            ("Records.List", #"{"after":1}"#, "after"), ("Privacy.Report", #"{"all":true}"#, "all"),
        ])
    func invalid(method: String, parameters: String, expected: String) throws {
        let desk = FakeDesk()
        let server = try Server(desk: desk)
        let client = try server.connect()
        client.send("{\"method\":\"io.lintel.\(method)\",\"parameters\":\(parameters)}")
        let reply = try #require(try client.receive())
        #expect(reply.error == "org.varlink.service.InvalidParameter")
        #expect(reply.parameter("parameter") == .string(expected))
        #expect(desk.requests.isEmpty)
    }

    @Test("20,000 changed calls get a reply of the interfaces each, and no reply repeats a receipt code")
    func fuzz() throws {
        // A desk that hands no code out.
        let desk = FakeDesk { request in
            switch request {
            case .grant, .receipt: .failure(DeskFailure(.stopped, cause: "c", remedy: "R."))
            default: .success(.sample(for: request))
            }
        }
        let server = try Server(desk: desk)
        var random = SeededGenerator(seed: 11)
        var client = try server.connect()
        var reached = 0
        for _ in 0..<20_000 {
            let method = DeskMethods.all[Int.random(in: DeskMethods.all.indices, using: &random)]
            let (call, isChanged) = Self.changed(method.call, &random)
            client.send(call)
            guard let reply = try client.receive() else {
                client = try server.connect()
                continue
            }
            if reply.error == nil { reached += 1 }
            if reply.error == "io.lintel.Connection.MessageMalformed" { client = try server.connect() }
            let mismatch = Reply.mismatch(reply, to: method.name)
            // A changed method is another one.
            if reply.error != nil || !isChanged { #expect(mismatch == nil, "\(reply.json)") }
            #expect(!reply.json.contains("CDEF-GHJK"), "\(reply.json)")
        }
        #expect(reached > 3000)
    }

    /// The call, or the call with some bytes changed, a value of another type, or a name of another parameter.
    private static func changed(_ call: String, _ random: inout SeededGenerator) -> ([UInt8], Bool) {
        var bytes = Array(call.utf8)
        switch Int.random(in: 0...3, using: &random) {
        case 0: return (bytes + [0], false)
        case 1:
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 1...255, using: &random)
            }
        case 2:
            let values = ["null", "1", "[]", "{}", "true", "\"\"", "[\"x\"]", "1e400", "-0", "\"\\u0000\""]
            let value = values[Int.random(in: values.indices, using: &random)]
            let text = call.replacing(/"(kiosk|desk|review|en|0123[^"]*)"/, with: value, maxReplacements: 1)
            bytes = Array(text.utf8)
        default:
            let names = ["code", "reason", "method", "purposes", "language"]
            let name = names[Int.random(in: names.indices, using: &random)]
            bytes = Array(call.replacing("\"\(name)\":", with: "\"after\":").utf8)
        }
        return (bytes + [0], true)
    }
}
