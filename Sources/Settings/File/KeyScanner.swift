/// Walks over a TOML text and notes the line of every key. Its state is the place in the text and the current header.
///
/// Structure is read strictly, because TOMLKit aborts the process on some texts that are not TOML (`[.`, `a = [}`): what
/// this refuses never gets there. What stands in numbers, dates and escapes is left to TOMLKit.
struct KeyScanner {
    private(set) var lines: [[KeyStep]: Int] = [:]

    private(set) var cursor: TextCursor
    /// How many tables each array of tables (`[[...]]`) has so far.
    private var tableCounts: [[KeyStep]: Int] = [:]
    /// The table that keys go into.
    private var header: [KeyStep] = []
    /// The path whose value comes next.
    private var pending: [KeyStep] = []

    init(_ bytes: [UInt8]) {
        cursor = TextCursor(bytes)
    }

    /// Reads to the end.
    ///
    /// - Throws: the first fault; the cursor stands at it.
    mutating func scanDocument() throws(TextFault) {
        cursor.skipByteOrderMark()
        while true {
            cursor.skipBlankAndComments()
            guard let byte = cursor.byte else { return }
            if byte == UInt8(ascii: "[") {
                try scanHeader()
            } else {
                try scanEntry(in: header)
                try scanOpenValues()
            }
        }
    }

    // MARK: Headers

    private mutating func scanHeader() throws(TextFault) {
        let line = cursor.line
        cursor.advance()
        let isArray = cursor.take("[")
        let keys = try scanKey()
        try expect("]")
        if isArray { try expect("]") }
        var path: [KeyStep] = []
        for (index, key) in keys.enumerated() {
            try note(&path, key, line)
            if index < keys.count - 1, let count = tableCounts[path] { path.append(.index(count - 1)) }
        }
        if isArray {
            let index = tableCounts[path, default: 0]
            tableCounts[path] = index + 1
            path.append(.index(index))
            lines[path] = line
        }
        header = path
    }

    // MARK: Keys

    /// Reads `key =`; its value comes next.
    private mutating func scanEntry(in table: [KeyStep]) throws(TextFault) {
        let line = cursor.line
        let keys = try scanKey()
        try expect("=")
        var path = table
        for key in keys { try note(&path, key, line) }
        pending = path
    }

    /// Reads a bare, quoted or dotted key, blanks around it and its dots included.
    private mutating func scanKey() throws(TextFault) -> [String] {
        var keys: [String] = []
        repeat {
            cursor.skipBlanks()
            let part = try cursor.readKeyPart()
            guard !part.unicodeScalars.contains("\0") else { throw .nul }
            keys.append(part)
            guard keys.count <= KeyPositions.deepest else { throw .tooDeep }
            cursor.skipBlanks()
        } while cursor.take(".")
        return keys
    }

    private mutating func note(_ path: inout [KeyStep], _ key: String, _ line: Int) throws(TextFault) {
        path.append(.key(key))
        guard path.count <= KeyPositions.deepest else { throw .tooDeep }
        if lines[path] == nil { lines[path] = line }
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(TextFault) {
        guard cursor.take(character) else { throw .notTOML("expected \"\(character)\"") }
    }

    // MARK: Values

    /// An array or an inline table that is not closed yet.
    private enum Container {
        case array([KeyStep], next: Int)
        case table([KeyStep])
    }

    /// Reads the value of `pending` and everything inside it. Open containers are kept in a list, not on the call stack.
    private mutating func scanOpenValues() throws(TextFault) {
        var open: [Container] = []
        try scanValue(&open)
        while let innermost = open.popLast() {
            switch innermost {
            case .array(let path, let next):
                cursor.skipBlankAndComments()
                if next > 0, cursor.take(",") { cursor.skipBlankAndComments() }
                if cursor.take("]") { continue }
                pending = path + [.index(next)]
                open.append(.array(path, next: next + 1))
            case .table(let path):
                cursor.skipBlanks()
                if cursor.take(",") { cursor.skipBlanks() }
                if cursor.take("}") { continue }
                open.append(.table(path))
                try scanEntry(in: path)
            }
            try scanValue(&open)
        }
    }

    /// Reads one string, number, date or boolean, or opens an array or inline table.
    private mutating func scanValue(_ open: inout [Container]) throws(TextFault) {
        cursor.skipBlanks()
        switch cursor.byte {
        case UInt8(ascii: "["):
            open.append(.array(pending, next: 0))
            try enterContainer()
        case UInt8(ascii: "{"):
            if case .index? = pending.last { lines[pending] = cursor.line }
            open.append(.table(pending))
            try enterContainer()
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard try !cursor.readString().unicodeScalars.contains("\0") else { throw .nul }
        default:
            try cursor.skipPlainValue()
        }
    }

    /// Arrays count as a level even when no key is inside.
    private mutating func enterContainer() throws(TextFault) {
        guard pending.count < KeyPositions.deepest else { throw .tooDeep }
        cursor.advance()
    }
}
