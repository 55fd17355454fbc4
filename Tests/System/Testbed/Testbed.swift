import ArgumentParser

/// What the checks in the guest need beside Lintel itself. Not installed.
@main
struct Testbed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lintel-testbed", abstract: "Play a camera to Lintel, and look through one as Lintel does.",
        subcommands: [Suits.self, Interrupt.self, Feed.self, Screen.self, Watermarks.self])
}
