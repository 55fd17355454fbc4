import ArgumentParser
import Control

/// `lintelctl audit checkpoint`: a signed line about where the log stands.
struct AuditCheckpoint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Sign where the access log stands, and print the line; keep it elsewhere.",
        discussion: """
            A printout, a mail or another machine will do. `lintelctl audit verify --checkpoint FILE` compares the log \
            with it; a file may hold many lines.

            Exit codes: 0 done, 69 the daemon does not run or keeps no log, 75 no answer in time, 76 another version, 77 \
            this user may not.
            """)

    @OptionGroup var door: DoorOptions

    func run() throws {
        print(try door.ask { (client) throws(ControlClientError) in try client.checkpoint() })
    }
}
