import Capture
import Control
import Foundation
import Settings
import Testing

@Suite("lintelctl status, as a program")
struct StatusTests {
    private static let help = """
        OVERVIEW: Show how the door does: camera, reference body, screening, gate,
        records, clock and losses.

        Asks the daemon over its control socket; the user must have a role there, see
        [control] in the configuration. Nothing it shows is about a person. A line that
        needs attention begins with "!", one that somebody must act on with "!!".

        Exit codes: 0 the daemon answered, 69 it is not running or does not serve, 75
        it did not answer in time, 76 it is of another version, 77 this user may not
        ask it.

        USAGE: lintelctl status [--door <name>] [--socket <path>] [--timeout <seconds>] [--json] [--color <color>]

        OPTIONS:
          --door <name>           The door, as the unit linteld@DOOR.service names it.
                                  (default: main)
          --socket <path>         The control socket; default
                                  /run/lintel/DOOR/io.lintel.
          --timeout <seconds>     How long to wait for the daemon. (default: 5.0)
          --json                  Print the reply of io.lintel.Status.Get as one line
                                  of JSON.
          --color <color>         Colour: auto uses it on a terminal, unless NO_COLOR
                                  is set. (values: auto, always, never; default: auto)
          --version               Show the version.
          -h, --help              Show help information.


        """

    private static let screen = """
        door east, linteld 1.2.3, up 2 h 5 min

             camera     ready: a camera that names itself \u{FFFD}[31mred
          !  reference  searching
          !! screening  paused: no reference body
          -  gate       none: decisions are only reported
          -  records    off: nothing is kept
          !  purge      late: something is overdue to be destroyed, since 2 h 5 min
             clock      synchronized

             frames     1,234,567 screened, 1,005 lost (1,000 ring full, 5 skipped), last 0.1 s ago
             entries    1,200 admitted, 3 referred, 1,150 in, 999 out, as of 0.0 s ago
             log        7 lines lost
             clients    1 connected, none cut off

        """

    /// A daemon's control socket with a clock that stands.
    private final class Daemon {
        let directory: TemporaryDirectory
        let path: String
        private let server: ControlServer

        init() throws {
            directory = try TemporaryDirectory()
            path = directory.path("io.lintel")
            let clock = ManualTime()
            let state = Self.state(lastFrame: 7_500_000_000_000 - 123_000_000)
            let publisher = try ControlPublisher(state, clock: clock.clock)
            server = try ControlServer(
                path: path, door: "east", version: "1.2.3", settings: ControlSettings(), publisher: publisher,
                report: { _ in })
            clock.seconds = 7500
            // The state comes at the moment that it is told of.
            publisher.publish(state)
        }

        deinit { server.stop() }

        private static func state(lastFrame: Int64) -> ControlState {
            var state = ControlState(
                conditions: Conditions(
                    camera: Condition(.good, code: "ready", words: "ready: a camera that names itself \u{1B}[31mred"),
                    reference: Condition(.attention, code: "searching", words: "searching"),
                    screening: Condition(.fault, code: "paused", words: "paused: no reference body"),
                    gate: Condition(.off, code: "none", words: "none: decisions are only reported"),
                    records: Condition(.off, code: "off", words: "off: nothing is kept"),
                    purge: Condition(
                        .attention, code: "late", words: "late: something is overdue to be destroyed"),
                    clock: Condition(.good, code: "synchronized", words: "synchronized")))
            state.purgeLag = 7_500_000
            state.lastFrame = lastFrame
            state.frames.delivered = 1_234_567
            state.frames.ringFull = 1000
            state.frames.gap = 5
            state.frames.numbered = 1_235_572
            state.entries = EntryTotals(admitted: 1200, referred: 3, entering: 1150, leaving: 999)
            state.logLinesLost = 7
            return state
        }
    }

    private func status(_ arguments: [String]) throws -> Program.Outcome {
        try Program("lintelctl", ["status"] + arguments).finish()
    }

    @Test("one screen, without colour in a pipe, and what a camera calls itself steers no terminal")
    func screen() throws {
        let daemon = try Daemon()
        let run = try status(["--socket", daemon.path])
        #expect(run.output == Self.screen)
        #expect(run.exitCode == 0 && run.errors.isEmpty)
    }

    @Test("colour says no more than the marks")
    func color() throws {
        let daemon = try Daemon()
        let run = try status(["--socket", daemon.path, "--color", "always"])
        #expect(run.output.contains("  !  reference  \u{1B}[33msearching\u{1B}[0m\n"))
        #expect(run.output.contains("  !! screening  \u{1B}[31mpaused: no reference body\u{1B}[0m\n"))
        #expect(run.output.contains("  -  gate       \u{1B}[2mnone: decisions are only reported\u{1B}[0m\n"))
        #expect(run.output.replacing(/\u{1B}\[[0-9]+m/, with: "") == Self.screen)
    }

    @Test("--json is the reply itself, in one line")
    func json() throws {
        let daemon = try Daemon()
        let run = try status(["--socket", daemon.path, "--json"])
        #expect(run.output.hasSuffix("}\n") && run.output.count { $0 == "\n" } == 1)
        guard case .object(let reply) = try JSONReader.read(Array(run.output.utf8)) else {
            Issue.record("no object")
            return
        }
        let status = try InterfaceCatalog()["io.lintel.Status"]
        let type = try #require(status?.methods["Get"]?.output)
        #expect(status?.mismatch(.object(reply), type) == nil)
        #expect(try DoorStatus(reply).frames.delivered == 1_234_567)
    }

    @Test("a daemon that is not running is named with what to do")
    func absent() throws {
        let run = try status(["--door", "no-such-door"])
        #expect(
            run.errors == """
                lintelctl: /run/lintel/no-such-door/io.lintel: there is no control socket: the daemon is not running
                  Start it with `systemctl start linteld`; `journalctl -u linteld` says why it ended. For another door, use \
                --door.

                """)
        #expect(run.exitCode == 69 && run.output.isEmpty)
    }

    @Test("a path that is no socket's is named as such")
    func noSocket() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("file")
        try Data().write(to: URL(fileURLWithPath: path))
        let run = try status(["--socket", path])
        #expect(run.errors.hasPrefix("lintelctl: \(path): nobody listens at the control socket"))
        #expect(run.exitCode == 69)
        let long = "/" + String(repeating: "x", count: 200)
        #expect(
            try status(["--socket", long]).errors
                == "lintelctl: \(long): File name too long\n  Check the path given with --socket or --door.\n")
    }

    @Test("a wrong door or time is refused", arguments: [["--door", "../x"], ["--door", ""], ["--timeout", "0"]])
    func usage(arguments: [String]) throws {
        let run = try status(arguments)
        #expect(run.exitCode == 64)
    }

    @Test("its help")
    func helpText() throws {
        #expect(try status(["--help"]).output == Self.help)
    }
}
