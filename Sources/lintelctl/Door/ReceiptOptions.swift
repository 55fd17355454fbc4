import ArgumentParser

/// Where a receipt code comes from: never from the command line, where every user of the machine could read it.
struct ReceiptOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Read the receipt code from this file: a receipt, or the code alone; else from the terminal, unseen, or standard input.",
            valueName: "file"), completion: .file())
    var receipt: String?

    /// The code, as it was given.
    ///
    /// - Throws: the exit code, after the cause and the remedy were written on standard error.
    func code() throws(ExitCode) -> String {
        let text: String
        if let receipt {
            text = try InputFile.text(receipt, most: Self.longest)
        } else if Terminal.isStandardInput {
            guard let typed = Terminal.readUnseen("Receipt code: ") else {
                throw StandardError.end(
                    "no receipt code was given\n  Type the 28 letters and digits of the receipt, or use --receipt.",
                    .wrongInput)
            }
            text = typed
        } else {
            text = try InputFile.standardInput(most: Self.longest)
        }
        guard let code = ReceiptCode.find(in: text) else {
            throw StandardError.end(
                "\(receipt ?? "standard input"): it holds no receipt code\n  Give the receipt as it was handed out, or its "
                    + "28 letters and digits alone.", .wrongInput)
        }
        return code
    }

    private static let longest = 1 << 18
}
