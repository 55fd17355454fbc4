import ArgumentParser

/// `lintelctl records`: what is kept.
struct Records: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List, show, hand out and erase what is kept of people who agreed.",
        discussion: """
            Answers what people ask about their records, by receipt. Every use is written into the access log before it \
            happens; `lintelctl audit verify` checks that log.
            """,
        subcommands: [RecordsList.self, RecordsShow.self, RecordsExport.self, RecordsErase.self])
}
