import ArgumentParser
import Control

/// How a receipt is handed over.
struct ReceiptForm: ParsableArguments {
    @Flag(help: "Print the receipt as the daemon wrote it: JSON, byte by byte.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Write the receipt to this new file, which nobody else may read; else to standard output.",
            valueName: "file"), completion: .file())
    var output: String?

    /// Opens the file, so that no receipt is lost, then asks for the receipt and writes it.
    func hand(_ ask: () throws(ExitCode) -> DeskReceipt) throws(ExitCode) {
        let place = try OutputPlace.open(output, for: .owner)
        let receipt: DeskReceipt
        do throws(ExitCode) {
            receipt = try ask()
        } catch {
            place.discard()
            throw error
        }
        do throws(ExitCode) {
            try place.put(json ? receipt.json : try ReceiptText.of(receipt))
        } catch  where output != nil {
            // Nobody can ask for this receipt again without its code.
            print(receipt.json)
            throw error
        }
    }
}
