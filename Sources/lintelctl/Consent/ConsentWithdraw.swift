import ArgumentParser
import Control

/// `lintelctl consent withdraw`: a person no longer agrees.
struct ConsentWithdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Withdraw the consents of a receipt and destroy what was kept under them.",
        discussion: """
            What is destroyed can't be brought back, by nobody.

            \(Consent.exitCodes)
            """)

    @OptionGroup var door: DoorOptions
    @OptionGroup var source: ReceiptOptions

    @Option(
        name: .customLong("purpose"), parsing: .singleValue,
        help: ArgumentHelp("Withdraw this purpose only; may be repeated.", valueName: "name"))
    var purposes: [String] = []

    func run() throws {
        let code = try source.code()
        let destroyed = try door.ask { (client) throws(ControlClientError) in
            try client.withdraw(code: code, purposes: purposes.isEmpty ? nil : purposes)
        }
        try DestroyedText.show("withdrawn", destroyed)
    }
}
