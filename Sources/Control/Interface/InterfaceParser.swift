/// Reads the Varlink interface definition language (varlink.org, Interface Definition).
struct InterfaceParser {
    /// Types within each other.
    private static let deepest = 16

    private var scanner: InterfaceScanner
    private var token = InterfaceScanner.Token.end
    /// Types that are used, and the line of the first use.
    private var used: [String: Int] = [:]

    static func parse(_ text: String) throws(InterfaceFault) -> InterfaceDescription {
        var parser = InterfaceParser(scanner: InterfaceScanner(text))
        try parser.advance()
        return try parser.interface(text)
    }

    private init(scanner: InterfaceScanner) {
        self.scanner = scanner
    }

    // MARK: Members

    private mutating func interface(_ text: String) throws(InterfaceFault) -> InterfaceDescription {
        try expect(word: "interface")
        let name = try word("an interface name")
        guard Self.isInterfaceName(name) else { throw fault("\(name) is no interface name") }
        var interface = InterfaceDescription(name: name, text: text)
        while token != .end { try member(of: &interface) }
        for (name, line) in used where interface.types[name] == nil {
            throw InterfaceFault(cause: "type \(name) is not defined", line: line)
        }
        return interface
    }

    private mutating func member(of interface: inout InterfaceDescription) throws(InterfaceFault) {
        let keyword = try word("type, method or error")
        let name = try word("a name")
        guard Self.isMemberName(name) else { throw fault("\(name) does not begin with a capital letter") }
        guard interface.types[name] == nil, interface.methods[name] == nil, interface.errors[name] == nil else {
            throw fault("a second \(name)")
        }
        switch keyword {
        case "type": interface.types[name] = try parenthesis(depth: 0)
        case "error": interface.errors[name] = try structure()
        case "method":
            let input = try structure()
            try expect(sign: "->")
            interface.methods[name] = .init(input: input, output: try structure())
        default: throw fault("\(keyword) is neither type, method nor error")
        }
    }

    // MARK: Types

    private mutating func structure() throws(InterfaceFault) -> VarlinkType {
        let type = try parenthesis(depth: 0)
        guard case .structure = type else { throw fault("fields with types are expected") }
        return type
    }

    /// A structure or an enumeration: which one shows after the first name.
    private mutating func parenthesis(depth: Int) throws(InterfaceFault) -> VarlinkType {
        try expect(sign: "(")
        if token == .sign(")") {
            try advance()
            return .structure([])
        }
        let first = try fieldName()
        return token == .sign(":") ? try fields(first, depth: depth) : try words(first)
    }

    private mutating func fields(_ first: String, depth: Int) throws(InterfaceFault) -> VarlinkType {
        var name = first
        var fields: [VarlinkField] = []
        while true {
            guard !fields.contains(where: { $0.name == name }) else { throw fault("a second field \(name)") }
            try expect(sign: ":")
            fields.append(VarlinkField(name: name, type: try type(depth: depth + 1)))
            guard token == .sign(",") else { break }
            try advance()
            name = try fieldName()
        }
        try expect(sign: ")")
        return .structure(fields)
    }

    private mutating func words(_ first: String) throws(InterfaceFault) -> VarlinkType {
        var words = [first]
        while token == .sign(",") {
            try advance()
            words.append(try fieldName())
        }
        try expect(sign: ")")
        return .enumeration(words)
    }

    private mutating func type(depth: Int) throws(InterfaceFault) -> VarlinkType {
        guard depth < Self.deepest else { throw fault("more than \(Self.deepest) types within each other") }
        switch token {
        case .sign("?"):
            try advance()
            guard token != .sign("?") else { throw fault("a second ?") }
            return .optional(try type(depth: depth + 1))
        case .sign("[]"):
            try advance()
            return .array(try type(depth: depth + 1))
        case .sign("[string]"):
            try advance()
            return .map(try type(depth: depth + 1))
        case .sign("("): return try parenthesis(depth: depth)
        default: return try namedType()
        }
    }

    private mutating func namedType() throws(InterfaceFault) -> VarlinkType {
        let line = scanner.line
        let name = try word("a type")
        switch name {
        case "bool": return .bool
        case "int": return .int
        case "float": return .float
        case "string": return .string
        case "object": return .object
        default:
            guard Self.isMemberName(name) else { throw fault("\(name) is no type") }
            used[name] = used[name] ?? line
            return .named(name)
        }
    }

    // MARK: Tokens

    private func fault(_ cause: String) -> InterfaceFault { InterfaceFault(cause: cause, line: scanner.line) }

    private mutating func advance() throws(InterfaceFault) { token = try scanner.next() }

    private mutating func expect(word: String) throws(InterfaceFault) {
        guard token == .word(word) else { throw fault("\(word) is expected") }
        try advance()
    }

    private mutating func expect(sign: String) throws(InterfaceFault) {
        guard token == .sign(sign) else { throw fault("\(sign) is expected") }
        try advance()
    }

    private mutating func word(_ what: String) throws(InterfaceFault) -> String {
        guard case .word(let word) = token else { throw fault("\(what) is expected") }
        try advance()
        return word
    }

    private mutating func fieldName() throws(InterfaceFault) -> String {
        let name = try word("a field")
        guard Self.isFieldName(name) else { throw fault("\(name) is no name of a field") }
        return name
    }

    // MARK: Names

    /// At least two parts between dots, each of letters, digits and inner hyphens; the first is of letters.
    static func isInterfaceName(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, first.utf8.allSatisfy({ $0 >= 0x41 }) else { return false }
        return parts.allSatisfy { part in
            !part.isEmpty && !part.hasPrefix("-") && !part.hasSuffix("-")
                && part.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
    }

    /// A capital letter, then letters and digits.
    static func isMemberName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (0x41...0x5A).contains(first) else { return false }
        return name.utf8.allSatisfy(isAlphanumeric)
    }

    /// Letters and digits, with single underscores between them.
    static func isFieldName(_ name: String) -> Bool {
        guard name.utf8.allSatisfy({ isAlphanumeric($0) || $0 == UInt8(ascii: "_") }) else { return false }
        return !name.hasSuffix("_") && !name.contains("__")
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }
}
