import Control
import Foundation
import Settings
import Testing

@Suite("The file of the control socket")
struct SocketFileTests {
    private let directory: URL
    private var path: String { directory.appendingPathComponent("io.lintel").path }

    init() throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("lintel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    }

    private func serve(_ path: String) throws -> ControlServer {
        try ControlServer(
            path: path, door: "main", version: "1", settings: ControlSettings(), publisher: ControlPublisher(.sample),
            report: { _ in })
    }

    private func answers(_ path: String) -> Bool {
        do {
            var client = try ControlClient(path: path)
            _ = try client.status()
            return true
        } catch {
            return false
        }
    }

    private func exists(_ path: String) -> Bool { SystemFacts.mode(of: path) != nil }

    @Test("its place is in systemd's directory, as configured, or nowhere")
    func place() {
        var settings = ControlSettings()
        #expect(settings.socketPath(runtimeDirectory: "/run/lintel/main") == "/run/lintel/main/io.lintel")
        #expect(settings.socketPath(runtimeDirectory: "/run/a:/run/b") == "/run/a/io.lintel")
        #expect(settings.socketPath(runtimeDirectory: nil) == nil)
        #expect(settings.socketPath(runtimeDirectory: "") == nil)
        settings.socket = .path("/run/door")
        #expect(settings.socketPath(runtimeDirectory: "/run/lintel/main") == "/run/door")
        settings.socket = .off
        #expect(settings.socketPath(runtimeDirectory: "/run/lintel/main") == nil)
    }

    @Test("it appears, and is gone after the end")
    func comesAndGoes() throws {
        let server = try serve(path)
        #expect(answers(path))
        server.stop()
        #expect(!exists(path))
        #expect(!exists(path + ".new"))
    }

    @Test("one that a killed process left is replaced")
    func stale() throws {
        var left: SilentListener? = try SilentListener(path)
        #expect(left?.path == path)
        left = nil
        #expect(exists(path))
        let server = try serve(path)
        #expect(answers(path))
        server.stop()
    }

    @Test("one that somebody listens at stays, and the second server says so")
    func live() throws {
        let first = try serve(path)
        let error = #expect(throws: ControlError.self) { try serve(path) }
        #expect(error?.cause == "another process listens there")
        #expect(answers(path))
        first.stop()
        let second = try serve(path)
        #expect(answers(path))
        second.stop()
    }

    @Test("a file that is no socket stays")
    func otherFile() throws {
        try Data("keep".utf8).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: ControlError.self) { try serve(path) }
        #expect(error?.cause == "there is a file that is no socket")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("keep".utf8))
    }

    @Test("the end removes no file of another server")
    func replaced() throws {
        let first = try serve(path)
        try FileManager.default.removeItem(atPath: path)
        let second = try serve(path)
        first.stop()
        #expect(answers(path))
        second.stop()
    }

    @Test(
        "a place that can't be used is named with what to do",
        arguments: ["/nowhere/io.lintel", "io.lintel", "/tmp/" + String(repeating: "x", count: 99)])
    func unusable(path: String) {
        let error = #expect(throws: ControlError.self) { try serve(path) }
        #expect(error?.what == "control socket \(path)")
        #expect(error?.remedy.isEmpty == false)
    }
}
