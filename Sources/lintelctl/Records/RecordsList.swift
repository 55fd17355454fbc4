import ArgumentParser
import Control

/// `lintelctl records list`: every consent, of nobody in particular.
struct RecordsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the consents that are kept; nothing of it says whose they are.",
        discussion: Consent.exitCodes)

    @OptionGroup var door: DoorOptions

    @Flag(help: "Print a JSON object a line.")
    var json = false

    func run() throws {
        let consents = try door.ask { (client) throws(ControlClientError) in try client.consents() }
        if json {
            for consent in consents { print(PersonalJSON.consent(consent).json) }
        } else {
            print(ConsentTable(consents).text)
        }
    }
}
