import ArgumentParser

/// `lintelctl policy`: what the thresholds of `[screening]` are worth.
struct Policy: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge the thresholds of a screening policy.", subcommands: [PolicyEvaluate.self])
}
