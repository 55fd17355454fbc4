import ArgumentParser
import Control

/// `lintelctl privacy report`: what is kept, and the proof of its destruction.
struct PrivacyReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Report what is kept, for whom not, why, until when, and the proof of its destruction.",
        discussion: """
            Asks the daemon; the report holds no person. With --html it is a document that a data-protection officer can \
            file. A line that begins with "!!" is something that somebody must look at.

            Exit codes: 0 done, 69 the daemon does not run or has no place for records, 73 a file can't be written, 75 no \
            answer in time, 76 another version, 77 this user may not.
            """)

    @OptionGroup var door: DoorOptions

    @Flag(help: "Print the reply of io.lintel.Privacy.Report as one line of JSON.")
    var json = false

    @Flag(help: "Write an HTML document.")
    var html = false

    @Option(help: ArgumentHelp("Write to this file; else to standard output.", valueName: "file"), completion: .file())
    var output: String?

    func validate() throws {
        guard !json || !html else { throw ValidationError("Give either --json or --html.") }
    }

    func run() throws {
        let result = try written()
        try OutputPlace.open(output).put(result)
    }

    private func written() throws(ExitCode) -> String {
        if json {
            return try door.ask { (client) throws(ControlClientError) in
                try client.call("io.lintel.Privacy.Report")
            }.json + "\n"
        }
        let document = ReportDocument(
            try door.ask { (client) throws(ControlClientError) in try client.report() })
        return html ? ReportPage(document).html : ReportText(document).text + "\n"
    }
}
