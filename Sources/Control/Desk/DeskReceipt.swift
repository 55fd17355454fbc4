/// What a person takes home. The daemon keeps neither code nor text.
public struct DeskReceipt: Hashable, Sendable {
    /// 28 signs in groups of four. Whoever has it is taken for the person.
    public var code: String
    /// A consent receipt (Kantara 1.1 with ISO/IEC TS 27560) as JSON; it holds the code.
    public var json: String
    /// The ids of the consents it is about.
    public var consents: [String]

    public init(code: String, json: String, consents: [String]) {
        self.code = code
        self.json = json
        self.consents = consents
    }
}

extension DeskReceipt: CustomStringConvertible, CustomReflectable {
    /// The ids alone, so that no code gets into a text by chance.
    public var description: String { "receipt of \(consents.joined(separator: ", "))" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
