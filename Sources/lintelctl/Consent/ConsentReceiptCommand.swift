import ArgumentParser
import Control

/// `lintelctl consent receipt`: the receipt once more.
struct ConsentReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Print a receipt once more, for whoever has its code.",
        discussion: Consent.exitCodes)

    @OptionGroup var door: DoorOptions
    @OptionGroup var source: ReceiptOptions
    @OptionGroup var form: ReceiptForm

    func run() throws {
        let code = try source.code()
        try form.hand { () throws(ExitCode) in
            try door.ask { (client) throws(ControlClientError) in try client.receipt(code: code) }
        }
    }
}
