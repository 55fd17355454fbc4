import Control
import Foundation
import Screening
import Testing

@Suite("The control socket, driven by the Python package varlink")
struct PeerTests {
    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let python = package.appendingPathComponent(".build-python/bin/python3")
    private static let isInstalled = FileManager.default.fileExists(
        atPath: package.appendingPathComponent(".build-python/installed").path)

    @Test(
        "it introspects, calls and monitors",
        .enabled(if: isInstalled, "the package is not installed; scripts/python-peer.sh installs it"))
    func conformance() throws {
        let desk = FakeDesk { request in
            if case .entries("off") = request {
                return .failure(DeskFailure(.off, cause: "nothing is kept", remedy: "Look elsewhere."))
            }
            return .success(.sample(for: request))
        }
        let server = try Server(desk: desk)
        let process = Process()
        let output = Pipe()
        process.executableURL = Self.python
        process.arguments = [Self.package.appendingPathComponent("Tests/ControlTests/Peer/peer.py").path, server.path]
        process.standardOutput = output
        try process.run()
        let lines = Lines(output.fileHandleForReading)

        let interfaces = try #require(lines.next("interfaces"))
        for interface in try InterfaceCatalog().interfaces {
            let names = [
                interface.types.keys.sorted(), interface.methods.keys.sorted(), interface.errors.keys.sorted(),
            ]
            #expect(interfaces[interface.name] == .array(names.flatMap(\.self).sorted().map { .string($0) }))
        }
        #expect(try #require(lines.next("info"))["product"] == .string("linteld"))
        #expect(try #require(lines.next("missing"))["error"] == .string("org.varlink.service.InterfaceNotFound"))
        // The package keeps exactly the fields that the interface has.
        let status = try #require(lines.next("status"))
        #expect(try DoorStatus(status).conditions == ControlState.sample.conditions)
        #expect(try DoorStatus(status).frames == ControlState.sample.frames)
        #expect(lines.nextValue("again") == .string("main"))
        #expect(try #require(lines.next("once"))["error"] == .string("org.varlink.service.ExpectedMore"))
        #expect(try #require(lines.next("gap"))["error"] == .string("io.lintel.Monitor.Gap"))
        let start = try MonitorEvent(try #require(lines.next("start")))
        server.publisher.publish(.passage(Passage(track: 3, time: 1, direction: .leaving)))
        server.publisher.publish(ControlState.sample.camera("unplugged"))
        let first = try MonitorEvent(try #require(lines.next("first")))
        let second = try MonitorEvent(try #require(lines.next("second")))
        #expect([start, first, second].map(\.id.number) == [0, 1, 2])
        #expect(first.content == .passage(direction: .leaving, track: 3))
        let camera = Condition(.attention, code: "absent", words: "unplugged")
        #expect(second.content == .state([StateChange(part: .camera, condition: camera)]))
        try expectRecords(lines)
        #expect(desk.requests.count == 16)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    /// What the package made of every method of the records desk.
    private func expectRecords(_ lines: Lines) throws {
        for (name, method) in [
            ("notice", "Consent.Notice"), ("grant", "Consent.Grant"), ("refuse", "Consent.Refuse"),
            ("present", "Consent.Present"), ("consents", "Consent.Show"), ("renew", "Consent.Renew"),
            ("withdraw", "Consent.Withdraw"), ("receipt", "Consent.Receipt"),
        ] { try expect(lines, name, "io.lintel.\(method)") }
        let letter = try #require(lines.next("letter"))
        #expect(letter["error"] == .string("org.varlink.service.InvalidParameter"))
        for (name, method) in [
            ("list", "Records.List"), ("entries", "Records.Show"), ("export", "Records.Export"),
            ("erase", "Records.Erase"),
        ] { try expect(lines, name, "io.lintel.\(method)") }
        let off = try #require(lines.next("off"))
        #expect(off["error"] == .string("io.lintel.Records.Off"))
        #expect(
            off["parameters"]
                == .object(["cause": .string("nothing is kept"), "remedy": .string("Look elsewhere.")]))
        for (name, method) in [
            ("report", "Privacy.Report"), ("checkpoint", "Audit.Checkpoint"), ("key", "Audit.Key"),
        ] { try expect(lines, name, "io.lintel.\(method)") }
    }

    /// The package keeps exactly the fields that the interface has; what it made of them is what the desk answered.
    private func expect(_ lines: Lines, _ name: String, _ method: String) throws {
        let values = try #require(lines.next(name), "\(name)")
        #expect(Reply.mismatch(["parameters": .object(values)], to: method) == nil, "\(name): \(values.json)")
    }
}

/// The lines of a program, each an object with one member.
private final class Lines {
    private let handle: FileHandle
    private var bytes = Data()

    init(_ handle: FileHandle) {
        self.handle = handle
    }

    func next(_ name: String) -> JSONObject? {
        if case .object(let object)? = nextValue(name) { object } else { nil }
    }

    func nextValue(_ name: String) -> JSONValue? {
        while !bytes.contains(10) {
            let more = handle.availableData
            guard !more.isEmpty else { return nil }
            bytes += more
        }
        let line = bytes.prefix { $0 != 10 }
        bytes = Data(bytes.dropFirst(line.count + 1))
        guard case .object(let object)? = try? JSONReader.read(Array(line)) else { return nil }
        return object[name]
    }
}
