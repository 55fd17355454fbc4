import ArgumentParser

/// `lintelctl privacy`: what is said and kept about people.
struct Privacy: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the door sign and the notice, and the report of what is kept.",
        subcommands: [PrivacyNotice.self, PrivacyReportCommand.self])
}
