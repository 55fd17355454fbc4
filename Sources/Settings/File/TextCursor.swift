/// A place in a TOML text that moves forward only, over its smallest parts.
struct TextCursor {
    private let bytes: [UInt8]
    private var offset = 0
    /// The line of the place, from 1.
    private(set) var line = 1
    /// The offset at which the line starts.
    private var lineStart = 0

    /// The column of the place, from 1, in characters as Unicode scalars.
    var column: Int { 1 + bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The byte at the place; none at the end.
    var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    mutating func advance() {
        guard let byte else { return }
        offset += 1
        if byte == newline {
            line += 1
            lineStart = offset
        }
    }

    /// Moves over one character when it is this one.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: character) else { return false }
        advance()
        return true
    }

    mutating func skipByteOrderMark() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    mutating func skipBlanks() {
        while byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { advance() }
    }

    /// Moves over blanks, line ends and comments.
    mutating func skipBlankAndComments() {
        while let byte {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), newline, carriageReturn: advance()
            case UInt8(ascii: "#"): skipLine()
            default: return
            }
        }
    }

    private mutating func skipLine() {
        while let byte, byte != newline { advance() }
    }

    /// Reads a bare or quoted part of a key.
    mutating func readKeyPart() throws(TextFault) -> String {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            guard !startsWithThree() else { throw .notTOML("a key can't be a multi-line string") }
            return try readString()
        }
        let start = offset
        while let byte, isBareKeyByte(byte) { advance() }
        guard offset > start else { throw .notTOML("expected a key") }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    /// Moves over a number, boolean or date.
    mutating func skipPlainValue() throws(TextFault) {
        guard let byte, startsPlainValue(byte) else { throw .notTOML("expected a value") }
        while let byte = self.byte, isPlainValueByte(byte) { advance() }
    }

    // MARK: Strings

    /// Reads a string of any of the four kinds, its escapes resolved.
    mutating func readString() throws(TextFault) -> String {
        let quote = byte
        let isMultiline = startsWithThree()
        for _ in 0..<(isMultiline ? 3 : 1) { advance() }
        let hasEscapes = quote == UInt8(ascii: "\"")
        var content: [UInt8] = []
        while let byte {
            if byte == quote, !isMultiline || startsWithThree() {
                endString(isMultiline: isMultiline, quote: byte)
                return String(decoding: content, as: UTF8.self)
            }
            if byte == newline, !isMultiline { break }
            advance()
            if hasEscapes, byte == UInt8(ascii: "\\") {
                content += try readEscape()
            } else {
                content.append(byte)
            }
        }
        throw .notTOML("this text does not end in a quote")
    }

    private func startsWithThree() -> Bool {
        offset + 2 < bytes.count && bytes[offset + 1] == bytes[offset] && bytes[offset + 2] == bytes[offset]
    }

    /// A multi-line string may end in up to five quotes, of which the first two are content.
    private mutating func endString(isMultiline: Bool, quote: UInt8) {
        for _ in 0..<(isMultiline ? 3 : 1) { advance() }
        guard isMultiline else { return }
        for _ in 0..<2 where byte == quote { advance() }
    }

    /// Reads what follows a backslash, as UTF-8.
    private mutating func readEscape() throws(TextFault) -> [UInt8] {
        guard let kind = byte else { throw .notTOML("this text does not end in a quote") }
        advance()
        switch kind {
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "u"): return try readScalar(digits: 4)
        case UInt8(ascii: "U"): return try readScalar(digits: 8)
        default: return [kind]
        }
    }

    private mutating func readScalar(digits: Int) throws(TextFault) -> [UInt8] {
        let text = String(decoding: bytes[offset..<min(offset + digits, bytes.count)], as: UTF8.self)
        guard text.utf8.count == digits, let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else {
            throw .notTOML("expected \(digits) hexadecimal digits of a character")
        }
        for _ in 0..<digits { advance() }
        return Array(String(scalar).utf8)
    }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

private func isBareKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
    default: false
    }
}

private func startsPlainValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "t"),
        UInt8(ascii: "f"), UInt8(ascii: "i"), UInt8(ascii: "n"):
        true
    default: false
    }
}

private func isPlainValueByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"): true
    default: isBareKeyByte(byte)
    }
}
