import ArgumentParser
import Foundation
import Settings

/// Writes the manual: the pages of the programs from what they say about themselves, and lintel.toml(5) from the reference
/// configuration's comments. `make static` runs it.
@main
struct LintelManual: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lintel-manual", abstract: "Write the manual pages into a directory.",
        discussion: "What a program says of itself is the output of its --experimental-dump-help.")

    @Option(help: ArgumentHelp("What lintelctl says of itself.", valueName: "file"))
    var lintelctl: String

    @Option(help: ArgumentHelp("What linteld says of itself.", valueName: "file"))
    var linteld: String

    @Option(help: ArgumentHelp("The reference configuration.", valueName: "file"))
    var configuration: String

    @Argument(help: ArgumentHelp("Where the pages go, each into its section's directory.", valueName: "directory"))
    var directory: String

    func run() throws {
        let tool = try Self.description(of: lintelctl)
        let daemon = try Self.description(of: linteld)
        let text = try String(contentsOfFile: configuration, encoding: .utf8)
        let pages =
            [
                CommandPage(tool, section: 1, seeAlso: ["linteld(8)", "lintel.toml(5)"]).overview,
                CommandPage(daemon, section: 8, seeAlso: ["lintelctl(1)", "lintel.toml(5)"]).whole,
            ]
            + (tool.subcommands ?? []).filter { $0.commandName != "help" }.map { command in
                CommandPage(command, section: 1, parent: tool.commandName, seeAlso: ["lintelctl(1)"]).whole
            } + [ConfigurationPage(text).page]
        for page in pages { try page.write(to: directory) }
    }

    private static func description(of path: String) throws -> CommandDescription {
        try JSONDecoder().decode(
            ProgramDescription.self, from: Data(contentsOf: URL(fileURLWithPath: path))
        ).command
    }
}
