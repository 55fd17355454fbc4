/// The page of a command, with its subcommands on it.
struct CommandPage {
    private let command: CommandDescription
    private let section: Int
    private let parent: String?
    private let seeAlso: [String]

    init(_ command: CommandDescription, section: Int, parent: String? = nil, seeAlso: [String]) {
        self.command = command
        self.section = section
        self.parent = parent
        self.seeAlso = seeAlso
    }

    private var name: String { (parent.map { "\($0)-" } ?? "") + command.commandName }

    private var typed: String { (parent.map { "\($0) " } ?? "") + command.commandName }

    private var subcommands: [CommandDescription] { (command.subcommands ?? []).filter { $0.commandName != "help" } }

    /// All of it, subcommands included.
    var whole: ManualPage {
        var page = begun
        guard !subcommands.isEmpty else {
            Self.describe(command, on: &page)
            Self.list(command.arguments ?? [], under: "OPTIONS", on: &page)
            return ended(page)
        }
        page.section("DESCRIPTION")
        for text in Self.paragraphs(of: command) { page.paragraph(text) }
        page.section("COMMANDS")
        for subcommand in subcommands {
            page.subsection("\(typed) \(subcommand.commandName)")
            page.raw(Self.synopsis(subcommand, typed: "\(typed) \(subcommand.commandName)"))
            if let abstract = subcommand.abstract { page.paragraph(abstract) }
            for text in Self.paragraphs(of: subcommand) { page.paragraph(text) }
            Self.list(subcommand.arguments ?? [], under: nil, on: &page)
        }
        return ended(page)
    }

    /// The page that names the others.
    var overview: ManualPage {
        var page = begun
        Self.describe(command, on: &page)
        page.section("COMMANDS")
        for subcommand in subcommands {
            page.item(
                Roff.bold("\(name)-\(subcommand.commandName)") + "(\(section))", [subcommand.abstract ?? ""])
        }
        return ended(page)
    }

    private var begun: ManualPage {
        var page = ManualPage(name, section: section, abstract: command.abstract ?? "")
        page.section("SYNOPSIS")
        if subcommands.isEmpty {
            page.raw(Self.synopsis(command, typed: typed))
        } else {
            page.raw("\(Roff.bold(typed)) \(Roff.italic("command")) [\(Roff.italic("options"))]")
        }
        return page
    }

    private func ended(_ page: ManualPage) -> ManualPage {
        var page = page
        page.section("SEE ALSO")
        page.raw(Roff.line(seeAlso.joined(separator: ", ")))
        return page
    }

    // MARK: Parts

    private static func describe(_ command: CommandDescription, on page: inout ManualPage) {
        let all = paragraphs(of: command)
        let codes = all.filter { $0.hasPrefix(codesBegin) }
        page.section("DESCRIPTION")
        for text in ([command.abstract].compactMap { $0 } + all).filter({ !codes.contains($0) }) {
            page.paragraph(text)
        }
        guard !codes.isEmpty else { return }
        page.section("EXIT STATUS")
        for text in codes { page.paragraph(String(text.dropFirst(codesBegin.count))) }
    }

    private static let codesBegin = "Exit codes: "

    private static func paragraphs(of command: CommandDescription) -> [String] {
        (command.discussion ?? "").split(separator: "\n\n").map { $0.split(separator: "\n").joined(separator: " ") }
    }

    private static func shown(_ arguments: [ArgumentDescription]) -> [ArgumentDescription] {
        arguments.filter { $0.shouldDisplay && !["version", "help"].contains($0.names?.last?.name ?? "") }
    }

    private static func synopsis(_ command: CommandDescription, typed: String) -> String {
        let arguments = shown(command.arguments ?? []).map { argument in
            let text = term(argument) + (argument.isRepeating ? " ..." : "")
            return argument.isOptional ? "[\(text)]" : text
        }
        return ([Roff.bold(typed)] + arguments).joined(separator: " ")
    }

    private static func list(_ arguments: [ArgumentDescription], under heading: String?, on page: inout ManualPage) {
        let arguments = shown(arguments)
        guard !arguments.isEmpty else { return }
        if let heading { page.section(heading) }
        for argument in arguments { page.item(term(argument), [explained(argument)]) }
    }

    private static func term(_ argument: ArgumentDescription) -> String {
        let names = (argument.names ?? []).map { Roff.bold($0.typed) }.joined(separator: ", ")
        let value = Roff.italic(argument.valueName ?? "value")
        return switch argument.kind {
        case .option: "\(names) \(value)"
        case .flag: names
        case .positional: value
        }
    }

    private static func explained(_ argument: ArgumentDescription) -> String {
        var text = argument.abstract ?? ""
        if let values = argument.allValues, !values.isEmpty { text += " One of \(values.joined(separator: ", "))." }
        if let value = argument.defaultValue, argument.kind != .flag, !value.isEmpty { text += " Default: \(value)." }
        return text
    }
}
