import Capture
import Control
import Foundation
import Settings
import Testing

@Suite("The daemon's control socket, with the programs")
struct ControlSocketTests {
    private static let demo = ["--config", "config/demo.toml"]
    private static let file = "io.lintel"

    /// A running daemon of the door "east", with the directories that systemd would make.
    private struct Daemon {
        let directory: TemporaryDirectory
        let program: Program
        let path: String

        init(configuration: String = "config/demo.toml", _ arguments: [String] = []) throws {
            directory = try TemporaryDirectory()
            let runtime = directory.path("east")
            try FileManager.default.createDirectory(atPath: runtime, withIntermediateDirectories: false)
            path = "\(runtime)/\(file)"
            program = try Program(
                "linteld", ["--config", configuration] + arguments, environment: ["RUNTIME_DIRECTORY": runtime])
            program.waitForError("started: ")
        }

        var hasSocket: Bool { FileManager.default.fileExists(atPath: path) }

        /// Waits for an event that fits, and gives all until then.
        ///
        /// - Parameter isLast: asked for every event.
        func events(until isLast: (MonitorEvent.Content) -> Bool) throws -> [MonitorEvent] {
            var client = try ControlClient(path: path, timeout: .seconds(60))
            var events: [MonitorEvent] = []
            try client.monitor { event in
                events.append(event)
                return !isLast(event.content)
            }
            return events
        }

        /// Waits until a part is in a condition.
        func wait(_ part: Part, is code: String) throws {
            _ = try events { content in
                switch content {
                case .start(let states), .state(let states):
                    states.contains { $0.part == part && $0.condition.code == code }
                case .passage, .screening, .counts: false
                }
            }
        }
    }

    private static func status(_ arguments: [String]) throws -> Program.Outcome {
        try Program("lintelctl", ["status"] + arguments).finish()
    }

    /// Numbers and times are those of the moment.
    private static func masked(_ screen: String) -> String {
        screen.replacing(/[0-9.]+ (?:s|min)\b/, with: "TIME").replacing(/[0-9]+/, with: "N")
    }

    @Test("lintelctl status shows the door, and --json is the same for programs")
    func status() throws {
        let clock = try TemporaryDirectory()
        let proof = clock.path("synchronized")
        try Data().write(to: URL(fileURLWithPath: proof))
        let daemon = try Daemon(["--set", "clock.synchronized=\(proof)"])
        try daemon.wait(.screening, is: "running")
        try daemon.wait(.clock, is: "synchronized")
        let screen = try Self.status(["--socket", daemon.path])
        let version = Self.masked(Version.number)
        #expect(
            Self.masked(screen.output) == """
                door east, linteld \(version), up TIME

                     camera     ready: simulated camera
                     reference  tracked
                     screening  running
                     gate       simulated: an imagined door
                  -  records    off: nothing about a person is kept
                  -  purge      none: nothing is kept
                     clock      synchronized

                     frames     N screened, none lost, last TIME ago
                     entries    N admitted, N referred, N in, N out, as of TIME ago
                     log        no line lost
                     clients    N connected, none cut off

                """)
        let json = try Self.status(["--socket", daemon.path, "--json"])
        guard case .object(let reply) = try JSONReader.read(Array(json.output.utf8)) else {
            Issue.record("no object: \(json.output)")
            return
        }
        let status = try DoorStatus(reply)
        #expect(status.door == "east" && status.version == Version.number)
        #expect(status.frames.delivered > 0 && status.frames.lost == 0)
        #expect(try #require(status.frameAge) < 5000)
        try FileManager.default.removeItem(atPath: proof)
        try daemon.wait(.clock, is: "unproven")
        _ = daemon.program.terminate()
    }

    @Test("a client that watches is told of states, of a screening and of a passage; SIGTERM removes the socket")
    func monitor() throws {
        // The first visitor of this scene goes in after 5 s.
        let daemon = try Daemon(["--set", "simulation.seed=4"])
        let events = try daemon.events { content in
            guard case .passage = content else { return false }
            return true
        }
        guard case .start = events.first?.content else {
            Issue.record("the first event is not the start: \(events)")
            return
        }
        #expect(events.contains { if case .state = $0.content { true } else { false } })
        #expect(events.contains { if case .screening = $0.content { true } else { false } })
        // One that never reads holds up nobody.
        let idle = try ControlClient(path: daemon.path)
        #expect(daemon.hasSocket)
        #expect(daemon.program.terminate() < .seconds(2))
        #expect(!daemon.hasSocket)
        let run = daemon.program.finish()
        #expect(run.exitCode == 0)
        // What was told and what was logged are the same passage.
        #expect(run.output.contains(/passages +[1-9][0-9]* in|passages +[0-9]+ in, [1-9]/))
        _ = consume idle
        #expect(try Self.status(["--socket", daemon.path]).exitCode == 69)
    }

    @Test("status tells of a reload's settings")
    func reload() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("door.toml")
        let demo = try String(contentsOf: Program.package.appendingPathComponent("config/demo.toml"), encoding: .utf8)
        // The simulated body is never at 45 °C.
        let unseen = demo.replacingOccurrences(of: "temperature_c = 36.3", with: "temperature_c = 45")
        try unseen.write(toFile: path, atomically: true, encoding: .utf8)
        let daemon = try Daemon(configuration: path)
        try daemon.wait(.screening, is: "paused")
        let optional = unseen.replacingOccurrences(of: "[reference]", with: "[reference]\nmode = \"optional\"")
        try optional.write(toFile: path, atomically: true, encoding: .utf8)
        daemon.program.send(SIGHUP)
        try daemon.wait(.screening, is: "running")
        let status = try Self.status(["--socket", daemon.path])
        #expect(status.output.contains("  !  reference  searching"))
        _ = daemon.program.terminate()
    }

    @Test("a socket that can't be had is a fault that says why, and the door is watched without it")
    func noSocket() throws {
        // Nobody makes files there, root neither.
        let run = try Program("linteld", Self.demo + ["--seconds", "2", "--set", "control.socket=/sys/io.lintel"])
            .finish()
        let faults = run.logLines.filter { $0.contains("control socket") }
        #expect(faults.count == 1)
        #expect(faults.first?.contains("error control socket /sys/io.lintel: ") == true, "\(run.errors)")
        #expect(
            faults.first?.hasSuffix(
                "; the door is watched without it. Let the daemon's user write the directory.") == true)
        #expect(run.exitCode == 0)
        #expect(run.output.contains(/frames +[1-9][0-9]* screened, 0 lost/))
    }

    @Test("a second daemon leaves the socket of the first alone")
    func twoDaemons() throws {
        let daemon = try Daemon()
        let second = try Program(
            "linteld", Self.demo + ["--seconds", "0.5", "--set", "control.socket=\(daemon.path)"]
        ).finish()
        #expect(second.exitCode == 0)
        let fault = "control socket \(daemon.path): another process listens there"
        #expect(second.logLines.contains { $0.contains(fault) })
        #expect(try Self.status(["--socket", daemon.path]).exitCode == 0)
        _ = daemon.program.terminate()
    }

    @Test("there is no socket when the configuration wants none")
    func off() throws {
        let daemon = try Daemon(["--set", "control.socket=off"])
        #expect(!daemon.hasSocket)
        _ = daemon.program.terminate()
    }

    @Test("a daemon that can't open its recording leaves no socket behind")
    func failedStart() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path(Self.file)
        let run = try Program(
            "linteld",
            Self.demo + [
                "--set", "camera.device=/nowhere/door.cptv", "--set", "gate.output=none",
                "--set", "control.socket=\(path)",
            ]
        ).finish()
        #expect(run.exitCode == 69)
        #expect(!run.errors.contains("control socket"))
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("both programs are of one version", arguments: ["linteld", "lintelctl"])
    func version(program: String) throws {
        let run = try Program(program, ["--version"]).finish()
        #expect(run.output == "\(program) \(Version.number)\n")
        #expect(run.exitCode == 0)
    }
}
