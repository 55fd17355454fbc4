import ArgumentParser
import Control

/// `lintelctl records erase`: a person's records are destroyed.
struct RecordsErase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Destroy what is kept of the holder of a receipt, or one consent by its id.",
        discussion: """
            What is destroyed can't be brought back, by nobody. Without --consent the receipt code is asked for.

            \(Consent.exitCodes)
            """)

    @OptionGroup var door: DoorOptions
    @OptionGroup var source: ReceiptOptions

    @Option(help: ArgumentHelp("Destroy this consent and what is kept under it; see records list.", valueName: "id"))
    var consent: String?

    @Option(help: "Why it is destroyed, as the access log will say.")
    var reason = DeskReason.personsRequest

    func validate() throws {
        guard consent == nil || source.receipt == nil else {
            throw ValidationError("Give either --consent or --receipt.")
        }
    }

    func run() throws {
        let destroyed: DeskDestroyed
        if let consent {
            destroyed = try door.ask { (client) throws(ControlClientError) in
                try client.erase(consent: consent, reason: reason)
            }
        } else {
            let code = try source.code()
            destroyed = try door.ask { (client) throws(ControlClientError) in
                try client.erase(code: code, reason: reason)
            }
        }
        try DestroyedText.show("erased", destroyed)
    }
}
