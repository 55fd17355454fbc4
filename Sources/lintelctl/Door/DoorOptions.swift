import ArgumentParser
import Control

/// Which daemon is asked.
struct DoorOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The door, as the unit linteld@DOOR.service names it.", valueName: "name"))
    var door = "main"

    @Option(help: ArgumentHelp("The control socket; default /run/lintel/DOOR/io.lintel.", valueName: "path"))
    var socket: String?

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

    var path: String { socket ?? "/run/lintel/\(door)/io.lintel" }

    /// How long an answer may take.
    var patience: Duration { .milliseconds(Int(timeout * 1000)) }

    /// Connects and asks.
    ///
    /// - Throws: the exit code, after the cause and the remedy were written on standard error.
    func ask<Answer>(
        _ question: (inout ControlClient) throws(ControlClientError) -> Answer
    ) throws(ExitCode) -> Answer {
        do throws(ControlClientError) {
            var client = try ControlClient(path: path, timeout: patience)
            return try question(&client)
        } catch {
            throw StandardError.end("\(error)", error.exitCode)
        }
    }
}
