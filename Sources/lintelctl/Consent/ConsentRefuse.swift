import ArgumentParser
import Control

/// `lintelctl consent refuse`: a person does not agree.
struct ConsentRefuse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: "Count a refusal.",
        discussion: """
            One number a day is kept, nothing of the person. Refusing changes nothing about who is let in.

            \(Consent.exitCodes)
            """)

    @OptionGroup var door: DoorOptions

    func run() throws {
        try door.ask { (client) throws(ControlClientError) in try client.refuse() }
        print("counted")
    }
}
