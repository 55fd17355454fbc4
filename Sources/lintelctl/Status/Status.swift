import ArgumentParser
import Control

/// `lintelctl status`: asks the daemon how its door does.
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how the door does: camera, reference body, screening, gate, records, clock and losses.",
        discussion: """
            Asks the daemon over its control socket; the user must have a role there, see [control] in the configuration. \
            Nothing it shows is about a person. A line that needs attention begins with "!", one that somebody must act on \
            with "!!".

            Exit codes: 0 the daemon answered, 69 it is not running or does not serve, 75 it did not answer in time, 76 it \
            is of another version, 77 this user may not ask it.
            """)

    @Option(help: ArgumentHelp("The door, as the unit linteld@DOOR.service names it.", valueName: "name"))
    var door = "main"

    @Option(help: ArgumentHelp("The control socket; default /run/lintel/DOOR/io.lintel.", valueName: "path"))
    var socket: String?

    @Flag(help: "Print the reply of io.lintel.Status.Get as one line of JSON.")
    var json = false

    @Option(help: "Colour: auto uses it on a terminal, unless NO_COLOR is set.")
    var color = ColorMode.auto

    @Option(help: ArgumentHelp("How long to wait for the daemon.", valueName: "seconds"))
    var timeout = 5.0

    func validate() throws {
        guard !door.isEmpty, !door.contains("/"), !door.hasPrefix(".") else {
            throw ValidationError("--door is the name of a door, such as main.")
        }
        guard (0.001...3600).contains(timeout) else {
            throw ValidationError("--timeout is a number from 0.001 to 3600.")
        }
    }

    func run() throws {
        do throws(ControlClientError) {
            var client = try ControlClient(
                path: socket ?? "/run/lintel/\(door)/io.lintel", timeout: .milliseconds(Int(timeout * 1000)))
            if json {
                print(try client.call("io.lintel.Status.Get").json)
            } else {
                print(StatusScreen(try client.status(), isColored: color.isColored).text)
            }
        } catch {
            StandardError.write("lintelctl: \(error)\n")
            throw ExitCode(Self.exitCode(error))
        }
    }

    /// As sysexits.h has them.
    private static func exitCode(_ error: ControlClientError) -> Int32 {
        switch error {
        case .absent, .notRunning, .unusable, .closed, .busy, .records, .maintained, .maintenanceOver: 69
        case .timeout: 75
        case .malformed, .failed, .gap: 76
        case .denied, .roleRequired: 77
        }
    }
}
