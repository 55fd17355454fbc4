import ArgumentParser
import Settings

/// The operator's tool.
@main
struct Lintelctl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lintelctl",
        abstract: "Inspect, test and manage a Lintel gate.",
        version: "lintelctl \(Version.number)",
        subcommands: [
            Status.self, Watch.self, Consent.self, Records.self, Privacy.self, Audit.self, Check.self, Cameras.self,
            Replay.self, Evaluate.self, Policy.self, Simulate.self, Render.self,
        ])
}
