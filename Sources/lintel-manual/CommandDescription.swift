/// What a program says of itself: the part of swift-argument-parser's ToolInfoV0 that the manual needs.
struct ProgramDescription: Decodable {
    let command: CommandDescription
}

struct CommandDescription: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [ArgumentDescription]?
    let subcommands: [CommandDescription]?
}

struct ArgumentDescription: Decodable {
    let kind: Kind
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let defaultValue: String?
    let allValues: [String]?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool

    enum Kind: String, Decodable {
        case option, flag, positional
    }

    struct Name: Decodable {
        let kind: String
        let name: String

        /// As it is typed.
        var typed: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }
}
