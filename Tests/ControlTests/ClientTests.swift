import Control
import Foundation
import Testing

@Suite("The client of the control socket")
struct ClientTests {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent("lintel-\(UUID().uuidString)").path

    private func failure(_ path: String, timeout: Duration = .seconds(20)) -> ControlClientError? {
        do throws(ControlClientError) {
            var client = try ControlClient(path: path, timeout: timeout)
            _ = try client.status()
            return nil
        } catch {
            return error
        }
    }

    /// What a client makes of a daemon that sends these bytes and closes.
    private func failure(answer: [UInt8]) throws -> ControlClientError? {
        let listener = try SilentListener(path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let thread = Thread { listener.answer(answer) }
        thread.start()
        return failure(path)
    }

    @Test("the status is what was published")
    func status() throws {
        let server = try Server()
        let status = try server.status()
        #expect(status.conditions == ControlState.sample.conditions)
        #expect(status.frames == ControlState.sample.frames)
        #expect(status.entries == ControlState.sample.entries)
        #expect(status.frameAge == 100 && status.uptime == 0 && status.logLinesLost == 5)
        #expect(status.door == "main")
    }

    @Test("events are handed on until the caller has enough")
    func monitor() throws {
        let server = try Server()
        var client = try ControlClient(path: server.path)
        var seen: [MonitorEvent] = []
        try client.monitor { event in
            seen.append(event)
            server.publisher.publish(ControlState.sample.camera("\(seen.count)"))
            return seen.count < 5
        }
        #expect(seen.map(\.id.number) == [0, 1, 2, 3, 4])
    }

    @Test("a daemon that is not running, in each way")
    func notRunning() throws {
        #expect(failure(path) == .absent(path: path))
        var left: SilentListener? = try SilentListener(path)
        #expect(left != nil)
        left = nil
        #expect(failure(path) == .notRunning(path: path))
        try FileManager.default.removeItem(atPath: path)
    }

    @Test("a daemon that does not answer is waited for as long as was said")
    func timeout() throws {
        let listener = try SilentListener(path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(failure(listener.path, timeout: .milliseconds(50)) == .timeout(path: path, seconds: 0.05))
    }

    @Test("a daemon that closes, or answers what its interface does not have, is named as such")
    func wrongAnswers() throws {
        #expect(try failure(answer: []) == .closed(path: path))
        #expect(try failure(answer: Array("{\"parameters\":{}".utf8)) == .closed(path: path))
        #expect(try failure(answer: [0]) == .malformed(path: path, cause: "no Varlink reply"))
        #expect(
            try failure(answer: Array("{\"parameters\":{}}\0".utf8))
                == .malformed(path: path, cause: "field entries"))
        #expect(
            try failure(answer: Array("{\"error\":\"a.B\",\"parameters\":{\"c\":1}}\0".utf8))
                == .failed(error: "a.B", parameters: "{\"c\":1}"))
        #expect(
            try failure(answer: Array(repeating: 32, count: 4_194_305))
                == .malformed(path: path, cause: "more than 4194304 bytes"))
    }

    @Test("a status is read from what it was written as, and a changed one is refused or read, never more")
    func statusRoundTrip() throws {
        let server = try Server()
        let status = try server.status()
        #expect(try DoorStatus(status.parameters) == status)
        var random = SeededGenerator(seed: 5)
        let text = Array(status.parameters.json.utf8)
        for _ in 0..<5000 {
            var bytes = text
            for _ in 0..<3 {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 32...126, using: &random)
            }
            guard case .object(let object)? = try? JSONReader.read(bytes) else { continue }
            _ = try? DoorStatus(object)
            _ = try? MonitorEvent(object)
        }
    }

    @Test(
        "every error says what to do",
        arguments: [
            ControlClientError.absent(path: "p"), .notRunning(path: "p"), .denied(path: "p"),
            .unusable(path: "p", cause: "c"), .timeout(path: "p", seconds: 5), .closed(path: "p"),
            .malformed(path: "p", cause: "c"), .roleRequired(roles: ["viewer"], groups: ["g"]),
            .busy(path: "p"), .gap(after: "1"), .records(DeskFailure(.off, cause: "c", remedy: "R.")),
            .failed(error: "e", parameters: "{}"),
        ])
    func words(error: ControlClientError) {
        let lines = error.description.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[1].hasPrefix("  ") && lines[1].hasSuffix("."))
    }
}
