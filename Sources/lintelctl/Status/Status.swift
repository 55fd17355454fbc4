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

    @OptionGroup var door: DoorOptions

    @Flag(help: "Print the reply of io.lintel.Status.Get as one line of JSON.")
    var json = false

    @Option(help: "Colour: auto uses it on a terminal, unless NO_COLOR is set.")
    var color = ColorMode.auto

    func run() throws {
        if json {
            print(try door.ask { (client) throws(ControlClientError) in try client.call("io.lintel.Status.Get") }.json)
        } else {
            let status = try door.ask { (client) throws(ControlClientError) in try client.status() }
            print(StatusScreen(status, isColored: color.isColored).text)
        }
    }
}
