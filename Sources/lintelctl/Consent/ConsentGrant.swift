import ArgumentParser
import Control

/// `lintelctl consent grant`: a person agrees.
struct ConsentGrant: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Write down that a person agreed, and print the receipt.",
        discussion: """
            The person has seen the notice in this language and said yes to each purpose that is named. The receipt is \
            printed once and belongs to the person; hand it over and keep no copy.

            \(Consent.exitCodes)
            """)

    @OptionGroup var door: DoorOptions

    @Option(
        name: .customLong("purpose"), parsing: .singleValue,
        help: ArgumentHelp("What the person agreed to: entry_log, fever_outcome; may be repeated.", valueName: "name"))
    var purposes: [String]

    @Option(help: ArgumentHelp("The language in which the person saw the notice, such as ko.", valueName: "language"))
    var language: String

    @Option(help: "How the person agreed: at a terminal at the door, or at a desk with somebody.")
    var method = DeskMethod.desk

    @OptionGroup var form: ReceiptForm

    func run() throws {
        try form.hand { () throws(ExitCode) in
            try door.ask { (client) throws(ControlClientError) in
                try client.grant(purposes: purposes, language: language, method: method)
            }
        }
    }
}

extension DeskMethod: ExpressibleByArgument {}
