import ArgumentParser

/// `lintelctl consent`: what people agreed to.
struct Consent: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write down, show, renew and withdraw what people agreed to.",
        discussion: """
            A person who agrees is given a receipt; its code is the only name that the records know. Show the notice \
            first: `lintelctl privacy notice`. Receipt codes are read from a terminal, standard input or a file, never \
            from the command line.
            """,
        subcommands: [
            ConsentGrant.self, ConsentRefuse.self, ConsentPresent.self, ConsentShow.self, ConsentRenew.self,
            ConsentWithdraw.self, ConsentReceiptCommand.self,
        ])

    /// Part of each command's help.
    static let exitCodes = """
        Exit codes: 0 done, 65 no receipt code, or a purpose or language that the notice does not have, 66 nothing is \
        known under the code, 69 the daemon does not run or keeps no records, 73 a file can't be written, 75 no answer in \
        time, 76 another version, 77 this user may not.
        """
}
