import Capture
import Control
import Foundation
import Radiometry
import Screening
import Settings
import Synchronization
import Testing

@Suite("lintelctl watch, as a program")
struct WatchTests {
    /// A daemon's control socket with a clock that stands, whose pictures are all of one grey person.
    private final class Daemon {
        let directory: TemporaryDirectory
        let path: String
        let publisher: ControlPublisher
        let host = Host()
        private let server: ControlServer

        init() throws {
            directory = try TemporaryDirectory()
            path = directory.path("io.lintel")
            publisher = try ControlPublisher(Self.state, clock: ManualTime().clock)
            server = try ControlServer(
                path: path, door: "east", version: "1.2.3", settings: ControlSettings(), publisher: publisher,
                maintenance: host, report: { _ in })
        }

        func stop() { server.stop() }

        /// Publishes the same state until this many clients look.
        func wait(clients: Int) throws {
            var client = try ControlClient(path: path)
            let deadline = Date(timeIntervalSinceNow: 20)
            while try client.status().clients.connected < clients + 1, Date() < deadline {
                Thread.sleep(forTimeInterval: 0.01)
            }
        }

        deinit { server.stop() }

        static let state: ControlState = {
            let good = { (code: String) in Condition(.good, code: code, words: code) }
            return ControlState(
                conditions: Conditions(
                    camera: good("ready"), reference: good("tracked"), screening: good("running"),
                    gate: Condition(.off, code: "none", words: "none"),
                    records: Condition(.off, code: "off", words: "off"),
                    purge: Condition(.off, code: "none", words: "none"),
                    clock: Condition(.good, code: "synchronized", words: "steered \u{1B}[31m away")))
        }()
    }

    /// Publishes a picture whenever somebody looks.
    private final class Host: MaintenanceHost {
        private let told = Mutex<[String]>([])

        var all: [String] { told.withLock { $0 } }

        func began(_ session: MaintenanceSession) {
            told.withLock { $0.append("began: \(session.reason), \(session.minutes)") }
        }

        func show(to pictures: LivePictures) {
            let picture = LivePicture(
                size: FrameSize(width: 60, height: 80), indices: [UInt8](repeating: 128, count: 4800),
                people: [
                    LivePicture.Person(
                        head: PixelBox(x: 20, y: 20, width: 20, height: 24), track: 7, phase: .presenting, outcome: nil,
                        reason: .turnedAway)
                ], disc: LivePicture.Disc(x: 50, y: 10, radius: 3), reference: .tracked, camera: .ready)
            if let picture { pictures.publish(picture) }
        }

        func hide() {}

        func ended(_ session: MaintenanceSession, _ end: MaintenanceEnd) {
            told.withLock { $0.append("ended: \(end.cause)") }
        }
    }

    /// Follows the events into a file; returns when the first of them, the state, is there.
    private func follow(_ daemon: Daemon, _ option: String, into file: String) throws -> Program {
        let command = "exec \(Program.path("lintelctl")) watch \(option) --socket \(daemon.path) > \(file)"
        let watch = try Program(tool: "/bin/sh", ["-c", command])
        let deadline = Date(timeIntervalSinceNow: 20)
        // The words of the clock, the last part of the state.
        while (try? String(contentsOfFile: file, encoding: .utf8).contains("steered")) != true, Date() < deadline {
            Thread.sleep(forTimeInterval: 0.01)
        }
        return watch
    }

    @Test("--events: a line for each event, and what a camera calls itself steers no terminal")
    func events() throws {
        let daemon = try Daemon()
        let file = daemon.directory.path("events")
        let watch = try follow(daemon, "--events", into: file)
        daemon.publisher.publish(
            .screening(
                Screening(
                    track: 3, time: 0, frame: 1, outcome: .undecided, skin: nil, reference: nil, reason: .tooFar,
                    box: PixelBox(x: 0, y: 0, width: 1, height: 1))))
        daemon.publisher.publish(.passage(Passage(track: 3, time: 1, direction: .entering)))
        var state = Daemon.state
        state.conditions.reference = Condition(.fault, code: "lost", words: "lost: hidden")
        daemon.publisher.publish(state)
        try daemon.wait(clients: 1)
        daemon.stop()
        let run = watch.finish()
        #expect(
            try String(contentsOfFile: file, encoding: .utf8) == """
                2027-01-15 08:00:00 UTC  camera     ready
                2027-01-15 08:00:00 UTC  reference  tracked
                2027-01-15 08:00:00 UTC  screening  running
                2027-01-15 08:00:00 UTC  gate       none
                2027-01-15 08:00:00 UTC  records    off
                2027-01-15 08:00:00 UTC  purge      none
                2027-01-15 08:00:00 UTC  clock      steered \u{FFFD}[31m away
                2027-01-15 08:00:00 UTC  screening  undecided: come closer, track 3
                2027-01-15 08:00:00 UTC  passage    in, track 3
                2027-01-15 08:00:00 UTC  reference  lost: hidden

                """)
        #expect(run.exitCode == 69)
        #expect(run.errors.hasPrefix("lintelctl: \(daemon.path): the daemon closed the connection"))
        // Nobody had to announce anything.
        #expect(daemon.host.all.isEmpty)
    }

    @Test("--json: each line is the event as its interface defines it")
    func json() throws {
        let daemon = try Daemon()
        let file = daemon.directory.path("events")
        let watch = try follow(daemon, "--json", into: file)
        daemon.publisher.publish(.passage(Passage(track: 3, time: 1, direction: .leaving)))
        try daemon.wait(clients: 1)
        daemon.stop()
        _ = watch.finish()
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 2)
        let type = try #require(try InterfaceCatalog()["io.lintel.Monitor"])
        for line in lines {
            let value = try JSONReader.read(Array(line.utf8))
            #expect(type.mismatch(value, .named("Event")) == nil)
        }
        #expect(lines.last?.contains(#""kind":"passage","passage":{"direction":"out","track":3}"#) == true)
    }

    @Test("in a terminal: the session is begun, the picture drawn with boxes and words, and the terminal given back")
    func picture() throws {
        let daemon = try Daemon()
        let program = Program.path("lintelctl")
        let command = "\(program) watch --socket \(daemon.path) --reason 'aim the camera' --minutes 2"
        // A terminal of its own, 40 by 110.
        let watch = try Program(
            tool: "/usr/bin/script", ["-qec", "stty rows 40 cols 110; exec \(command)", "/dev/null"])
        try daemon.wait(clients: 2)
        var client = try ControlClient(path: daemon.path)
        let deadline = Date(timeIntervalSinceNow: 20)
        while try client.status().clients.connected < 3, Date() < deadline { Thread.sleep(forTimeInterval: 0.01) }
        Thread.sleep(forTimeInterval: 0.3)
        try client.endMaintenance()
        let run = watch.finish()
        #expect(run.exitCode == 0)
        #expect(daemon.host.all == ["began: aim the camera, 2", "ended: end"])
        #expect(run.output.contains("Lintel: door main, maintenance session until 2027-01-15 08:02:00 UTC"))
        #expect(run.output.contains("▀") && run.output.contains("7  presenting: face the camera"))
        #expect(run.output.contains("the maintenance session was ended"))
        // The cursor is shown again and the whole terminal scrolls.
        #expect(run.output.contains("\u{1B}[r\u{1B}[40;1H\u{1B}[0m\u{1B}[?25h"))
        #expect(!run.output.contains("°"))
    }

    @Test("without a terminal, a reason or a right number of minutes it says what to do")
    func refused() throws {
        let daemon = try Daemon()
        let cases: [([String], Int32, String)] = [
            (["--reason", "x"], 64, "lintelctl: standard output is no terminal to draw a picture on\n"),
            ([], 64, "Error: The journal tells why somebody looks: give --reason, or --events for no picture.\n"),
            (["--reason", "x", "--minutes", "16"], 64, "Error: --minutes is a number from 1 to 15.\n"),
            (["--reason", String(repeating: "x", count: 81)], 64, "Error: --reason has 1 to 80 characters.\n"),
            (["--events", "--reason", "x"], 64, "Error: --reason is for the picture: leave it out, or --events.\n"),
        ]
        for (arguments, code, text) in cases {
            let run = try Program("lintelctl", ["watch", "--socket", daemon.path] + arguments).finish()
            #expect(run.exitCode == code)
            #expect(run.errors.hasPrefix(text), "\(run.errors)")
        }
        #expect(daemon.host.all.isEmpty)
    }

    @Test("a daemon that is not running")
    func notRunning() throws {
        let run = try Program("lintelctl", ["watch", "--events", "--socket", "/nowhere/io.lintel"]).finish()
        #expect(run.exitCode == 69)
        #expect(run.errors.hasPrefix("lintelctl: /nowhere/io.lintel: there is no control socket"))
    }
}
