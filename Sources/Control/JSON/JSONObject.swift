/// A JSON object: members in their order, each name once.
public struct JSONObject: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    public struct Member: Hashable, Sendable {
        public let name: String
        public let value: JSONValue
    }

    public private(set) var members: [Member] = []

    public init() {}

    /// A later member of the same name replaces the value of the one before.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        for (name, value) in members { self[name] = value }
    }

    /// The value of the first member of this name. Setting `nil` removes it; a new name goes to the end.
    public subscript(_ name: String) -> JSONValue? {
        get { members.first { $0.name == name }?.value }
        set {
            guard let index = members.firstIndex(where: { $0.name == name }) else {
                if let newValue { members.append(Member(name: name, value: newValue)) }
                return
            }
            if let newValue {
                members[index] = Member(name: name, value: newValue)
            } else {
                members.remove(at: index)
            }
        }
    }

    public var isEmpty: Bool { members.isEmpty }

    /// The object as text in one line.
    public var json: String { JSONWriter.text(.object(self)) }
}
