import Settings

/// Writes valid TOML at random and notes the line that first names each path.
struct TOMLWriter {
    private(set) var text = ""
    private(set) var lines: [[KeyStep]: Int] = [:]
    private var line = 1
    private var nameCount = 0
    private var random: SeededGenerator
    private let lineEnd: String

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        lineEnd = random.chance(25) ? "\r\n" : "\n"
        if random.chance(10) { text = "\u{FEFF}" }
        writeDocument()
    }

    private mutating func writeDocument() {
        writeEntries(in: [], count: Int.random(in: 0...4, using: &random))
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            if random.chance(35) { writeArrayOfTables() } else { writeTable() }
        }
        if random.chance(30) { write("# the end, without a line end") }
    }

    // MARK: Headers

    private mutating func writeTable() {
        writeNoise()
        let path = writeHeader("[", newPath(below: [], parts: Int.random(in: 1...3, using: &random)), "]")
        writeEntries(in: path, count: Int.random(in: 0...4, using: &random))
    }

    private mutating func writeArrayOfTables() {
        let name = newName()
        for index in 0..<Int.random(in: 1...3, using: &random) {
            writeNoise()
            let element = writeHeader("[[", [name], "]]") + [.index(index)]
            note(element, at: line - 1)
            writeEntries(in: element, count: Int.random(in: 0...3, using: &random))
            if random.chance(30) {
                let child = newName()
                note(element + [.key(child.name)], at: line)
                write("[ \(name.spelling) . \(child.spelling) ]")
                endLine()
                writeEntries(in: element + [.key(child.name)], count: 1)
            }
        }
    }

    private mutating func writeHeader(_ opening: String, _ names: [Name], _ closing: String) -> [KeyStep] {
        var path: [KeyStep] = []
        for name in names {
            path.append(.key(name.name))
            note(path, at: line)
        }
        let blank = random.chance(20) ? " \t" : ""
        let dot = random.chance(20) ? " . " : "."
        write(opening + blank + names.map(\.spelling).joined(separator: dot) + blank + closing)
        if random.chance(20) { write(" # not = \"a key\" [or.header]") }
        endLine()
        return path
    }

    // MARK: Entries

    private mutating func writeEntries(in table: [KeyStep], count: Int) {
        for _ in 0..<count {
            writeNoise()
            if random.chance(15) { write("  ") }
            writeEntry(in: table, depth: 0)
            if random.chance(20) { write(" # key = 1") }
            endLine()
        }
    }

    private mutating func writeEntry(in table: [KeyStep], depth: Int) {
        let names = newPath(below: table, parts: random.chance(25) ? Int.random(in: 2...3, using: &random) : 1)
        var path = table
        for name in names {
            path.append(.key(name.name))
            note(path, at: line)
        }
        write(names.map(\.spelling).joined(separator: random.chance(20) ? "\t.  " : "."))
        write(random.chance(20) ? "=" : " = ")
        writeValue(at: path, depth: depth, onOneLine: depth > 0)
    }

    private mutating func writeValue(at path: [KeyStep], depth: Int, onOneLine: Bool) {
        switch Int.random(in: 0..<10, using: &random) {
        case 0 where depth < 3: writeArray(at: path, depth: depth, onOneLine: onOneLine)
        case 1 where depth < 3: writeInlineTable(at: path, depth: depth)
        case 2 where !onOneLine: writeMultiline()
        default: write(plainValues.randomElement(using: &random) ?? "0")
        }
    }

    private mutating func writeArray(at path: [KeyStep], depth: Int, onOneLine: Bool) {
        let count = Int.random(in: 0...3, using: &random)
        write("[")
        for index in 0..<count {
            if !onOneLine, random.chance(40) {
                write(" # a comment ] in \" an array")
                endLine()
            }
            let element = path + [.index(index)]
            if random.chance(30), depth < 2 {
                writeInlineTable(at: element, depth: depth + 1)
            } else {
                writeValue(at: element, depth: depth + 1, onOneLine: onOneLine)
            }
            if index < count - 1 || random.chance(30) { write(random.chance(30) ? " , " : ",") }
        }
        write(random.chance(20) ? " ]" : "]")
    }

    private mutating func writeInlineTable(at path: [KeyStep], depth: Int) {
        if case .index? = path.last { note(path, at: line) }
        let count = Int.random(in: 0...3, using: &random)
        write("{ ")
        for index in 0..<count {
            writeEntry(in: path, depth: depth + 1)
            if index < count - 1 { write(", ") }
        }
        write(" }")
    }

    private mutating func writeMultiline() {
        let isBasic = random.chance(50)
        write(isBasic ? "\"\"\"" : "'''")
        endLine()
        write("[not.a.header]")
        endLine()
        write(isBasic ? "key = \\\"\\\"\\\" 'still' \\\\ \\" : "key = 'inside' \"\"\" \\")
        endLine()
        let closing = isBasic ? "\"" : "'"
        write(String(repeating: closing, count: 3 + Int.random(in: 0...2, using: &random)))
    }

    // MARK: Text

    private mutating func writeNoise() {
        if random.chance(15) { endLine() }
        if random.chance(15) {
            write("# [table] key = 'value'")
            endLine()
        }
    }

    private mutating func write(_ part: String) { text += part }

    private mutating func endLine() {
        text += lineEnd
        line += 1
    }

    private mutating func note(_ path: [KeyStep], at line: Int) {
        if lines[path] == nil { lines[path] = line }
    }

    // MARK: Names

    private struct Name {
        let name: String
        let spelling: String
    }

    private mutating func newPath(below table: [KeyStep], parts: Int) -> [Name] {
        (0..<parts).map { _ in newName() }
    }

    /// Names are never used twice, so that no file is refused for a key that stands twice.
    private mutating func newName() -> Name {
        nameCount += 1
        let number = nameCount
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return Name(name: "a.b \(number)", spelling: "\"a.b \(number)\"")
        case 1: return Name(name: "a\"b\(number)", spelling: "'a\"b\(number)'")
        case 2: return Name(name: "é=\(number)", spelling: "\"\\u00e9=\(number)\"")
        case 3: return Name(name: "열쇠]#\(number)", spelling: "\"열쇠]#\(number)\"")
        case 4: return Name(name: "a\\\"\(number)", spelling: "\"a\\\\\\\"\(number)\"")
        case 5: return Name(name: "\(number)", spelling: "\(number)")
        case 6: return Name(name: "-_\(number)", spelling: "-_\(number)")
        default: return Name(name: "key\(number)", spelling: "key\(number)")
        }
    }
}

private let plainValues = [
    "1", "-17", "0xDEAD_BEEF", "3.25", "6.02e23", "+inf", "nan", "true", "false", "1979-05-27", "07:32:00",
    "1979-05-27T07:32:00Z", "1979-05-27 07:32:00", "\"text\"", "\"# [no] = 'comment' \\\" \\\\\"",
    "'C:\\no\\escape # \"'",
    "\"\"", "''", "\"\\U0001F600 \\t\"", "\"\"\"one line\"\"\"", "'''one ' line'''", "\"\"\"\"quoted\"\"\"\"\"",
]
