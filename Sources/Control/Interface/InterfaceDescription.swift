/// A Varlink interface as its description defines it.
public struct InterfaceDescription: Sendable {
    /// In reverse domain order, such as `io.lintel.Status`.
    public let name: String
    /// The text that it was read from.
    public let text: String
    public internal(set) var types: [String: VarlinkType] = [:]
    public internal(set) var methods: [String: Method] = [:]
    /// The parameters of each error.
    public internal(set) var errors: [String: VarlinkType] = [:]

    public struct Method: Hashable, Sendable {
        /// A structure: the call's parameters.
        public let input: VarlinkType
        /// A structure: the reply's parameters.
        public let output: VarlinkType
    }

    init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// Reads the text of an interface file.
    ///
    /// - Throws: the line and what is wrong there; a type that is used and not defined, too.
    public static func parse(_ text: String) throws(InterfaceFault) -> InterfaceDescription {
        try InterfaceParser.parse(text)
    }
}
