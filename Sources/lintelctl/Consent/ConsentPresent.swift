import ArgumentParser
import Control

/// `lintelctl consent present`: a person shows a receipt at the door.
struct ConsentPresent: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "present",
        abstract: "Present a receipt at the door, so that this entry is recorded as it says.",
        discussion: """
            Covers whoever is measured from 30 s after to 10 s before now. With two people in view nothing is recorded. \
            The answer is the same whether the code is known or not.

            \(Consent.exitCodes)
            """)

    @OptionGroup var door: DoorOptions
    @OptionGroup var source: ReceiptOptions

    func run() throws {
        let code = try source.code()
        try door.ask { (client) throws(ControlClientError) in try client.present(code: code) }
        print("presented")
    }
}
