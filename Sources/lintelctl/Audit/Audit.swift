import ArgumentParser

/// `lintelctl audit`: who used the records.
struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the log of who used the records, and sign where it stands.",
        discussion: """
            The access log is written in every mode and names records by random ids, never people. Export a checkpoint \
            regularly and keep it elsewhere: whatever is changed or cut before it shows.
            """,
        subcommands: [AuditVerify.self, AuditCheckpoint.self, AuditKey.self])
}
