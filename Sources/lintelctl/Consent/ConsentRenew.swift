import ArgumentParser
import Control

/// `lintelctl consent renew`: a person agrees for longer.
struct ConsentRenew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew",
        abstract: "Let the consents of a receipt stand anew from now.",
        discussion: """
            The person has seen the notice and said yes again. A consent that the notice of today goes beyond can't be \
            renewed; grant a new one.

            \(Consent.exitCodes)
            """)

    @OptionGroup var door: DoorOptions
    @OptionGroup var source: ReceiptOptions

    @Option(help: "How the person agreed: at a terminal at the door, or at a desk with somebody.")
    var method = DeskMethod.desk

    func run() throws {
        let code = try source.code()
        try door.ask { (client) throws(ControlClientError) in try client.renew(code: code, method: method) }
        print("renewed")
    }
}
