import ArgumentParser
import Control

/// `lintelctl records export`: a person's copy.
struct RecordsExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all that is kept of the holder of a receipt as JSON, for that person.",
        discussion: """
            The file is made for its user alone and replaces none. Hand it over and delete it: nobody else deletes it.

            \(Consent.exitCodes)
            """)

    @OptionGroup var door: DoorOptions
    @OptionGroup var source: ReceiptOptions

    @Option(help: "Why it is handed out, as the access log will say.")
    var reason = DeskReason.personsRequest

    @Option(
        help: ArgumentHelp(
            "Write to this new file, which nobody else may read; else to standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    func run() throws {
        let code = try source.code()
        let place = try OutputPlace.open(output, for: .owner)
        do throws(ExitCode) {
            let copy = try door.ask { (client) throws(ControlClientError) in
                try client.export(code: code, reason: reason)
            }
            try place.put(PersonalJSON.export(copy).json + "\n")
        } catch {
            place.discard()
            throw error
        }
    }
}

extension DeskReason: ExpressibleByArgument {}
