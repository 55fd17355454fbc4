import Control
import Testing

@Suite("The control socket, given anything")
struct ProtocolFuzzTests {
    private static let calls = [
        #"{"method":"org.varlink.service.GetInfo"}"#, #"{"method":"io.lintel.Status.Get","parameters":{}}"#,
        #"{"method":"io.lintel.Monitor.Monitor","parameters":{"after":"0000000000000000-1"}}"#,
        #"{"method":"org.varlink.service.GetInterfaceDescription","parameters":{"interface":"io.lintel.Status"}}"#,
        #"{"method":"io.lintel.Consent.Present","parameters":{"code":"0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"}}"#,
        #"{"method":"io.lintel.Records.Erase","parameters":{"consent":"an id","reason":"review"}}"#,
        #"{"method":"io.lintel.Maintenance.Begin","parameters":{"reason":"aim it","minutes":5}}"#,
        #"{"method":"io.lintel.Maintenance.View"}"#, #"{"method":"io.lintel.Maintenance.End"}"#,
    ]

    @Test("10,000 random streams get replies of the interfaces or nothing, and every connection ends")
    func randomStreams() throws {
        let host = FakeHost()
        let server = try Server(desk: FakeDesk(), maintenance: host)
        var random = SeededGenerator(seed: 4)
        for _ in 0..<10_000 {
            let client = try RawClient(server.path)
            for part in Self.parts(of: Self.stream(&random), &random) where !client.send(part) { break }
            client.finishSending()
            for reply in try client.receiveAll() where reply.error != nil {
                #expect(Reply.mismatch(reply, to: "") == nil, "\(reply.json)")
            }
        }
        let status = try server.status()
        #expect(status.clients.connected == 1)
        #expect(status.clients.malformed > 1000)
        #expect(status.clients.slow == 0 && status.clients.refused == 0)
        // Every session that began is over.
        let begun = host.all.count { if case .began = $0 { true } else { false } }
        let ended = host.all.count { if case .ended = $0 { true } else { false } }
        #expect(begun == ended && begun > 100)
    }

    /// Some messages: calls, calls with changed bytes, or random bytes.
    private static func stream(_ random: inout SeededGenerator) -> [UInt8] {
        var stream: [UInt8] = []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            var message = Array(calls[Int.random(in: calls.indices, using: &random)].utf8) + [0]
            switch Int.random(in: 0...3, using: &random) {
            case 0: break
            case 1, 2:
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    message[Int.random(in: message.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
            default:
                let length = Int.random(
                    in: 0...(Int.random(in: 0...9, using: &random) == 0 ? 40_000 : 300), using: &random)
                message = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            }
            stream += message
        }
        return stream
    }

    private static func parts(of stream: [UInt8], _ random: inout SeededGenerator) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var rest = stream[...]
        while !rest.isEmpty {
            let length = Int.random(in: 1...max(1, stream.count / 2), using: &random)
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return parts
    }
}
