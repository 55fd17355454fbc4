import ArgumentParser
import Control

/// `lintelctl audit key`: the first key of the log.
struct AuditKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Print the first key of the access log, once; keep it off this machine.",
        discussion: """
            With it an auditor tries the code of every line, so that nobody who came later can have written it. The daemon \
            gives it away once, in its first run, and forgets it.

            Exit codes: 0 done, 66 it was given away, 69 the daemon does not run or keeps no log, 73 a file can't be \
            written, 75 no answer in time, 76 another version, 77 this user may not.
            """)

    @OptionGroup var door: DoorOptions

    @Option(
        help: ArgumentHelp(
            "Write to this new file, which nobody else may read; else to standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    func run() throws {
        // The key is given once: the file is there before it is asked for.
        let place = try OutputPlace.open(output, for: .owner)
        do throws(ExitCode) {
            let key = try door.ask { (client) throws(ControlClientError) in try client.accessKey() }
            try place.put(key + "\n")
        } catch {
            place.discard()
            throw error
        }
    }
}
