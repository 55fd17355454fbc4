/// Reads JSON (RFC 8259) strictly and within limits: what it takes is at most as large as the text.
public struct JSONReader {
    /// Arrays and objects within each other.
    public static let deepest = 16
    /// Members of one object.
    public static let mostMembers = 128

    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The one value that the text holds.
    ///
    /// - Throws: where and why it is not JSON, or nests deeper or has larger objects than is taken.
    public static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        var reader = JSONReader(bytes)
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.position == bytes.count else { throw reader.fault("something after the value") }
        return value
    }

    private func fault(_ cause: String) -> JSONFault { JSONFault(cause: cause, offset: position) }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    /// Takes this character if it is the next one.
    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func take(word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        let letters = Array(word.description.utf8)
        guard bytes[position...].starts(with: letters) else { throw fault("no JSON value") }
        position += letters.count
        return value
    }

    // MARK: Values

    private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try take(word: "true", .bool(true))
        case UInt8(ascii: "f"): return try take(word: "false", .bool(false))
        case UInt8(ascii: "n"): return try take(word: "null", .null)
        case UInt8(ascii: "-"): return try number()
        case let digit? where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit): return try number()
        case nil: throw fault("the text ends where a value is expected")
        default: throw fault("no JSON value")
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth < Self.deepest else { throw fault("more than \(Self.deepest) levels") }
        position += 1
        var object = JSONObject()
        skipBlanks()
        if take("}") { return .object(object) }
        while true {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw fault("no name of a member") }
            let name = try string()
            guard object[name] == nil else { throw fault("a second member of the same name") }
            guard object.members.count < Self.mostMembers else { throw fault("more than \(Self.mostMembers) members") }
            skipBlanks()
            guard take(":") else { throw fault("no colon after a name") }
            object[name] = try value(depth: depth + 1)
            skipBlanks()
            if take("}") { return .object(object) }
            guard take(",") else { throw fault("neither comma nor brace after a member") }
        }
    }

    private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth < Self.deepest else { throw fault("more than \(Self.deepest) levels") }
        position += 1
        var elements: [JSONValue] = []
        skipBlanks()
        if take("]") { return .array(elements) }
        while true {
            elements.append(try value(depth: depth + 1))
            skipBlanks()
            if take("]") { return .array(elements) }
            guard take(",") else { throw fault("neither comma nor bracket after an element") }
        }
    }

    private mutating func number() throws(JSONFault) -> JSONValue {
        let start = position
        _ = take("-")
        if !take("0") { try digits() }
        var isWhole = true
        if take(".") {
            isWhole = false
            try digits()
        }
        if take("e") || take("E") {
            isWhole = false
            if !take("+") { _ = take("-") }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let whole = Int64(text) { return .integer(whole) }
        guard let number = Double(text), number.isFinite else { throw fault("a number that is too large") }
        return .number(number)
    }

    private mutating func digits() throws(JSONFault) {
        let start = position
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw fault("a number without a digit") }
    }

    // MARK: Strings

    private mutating func string() throws(JSONFault) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw fault("text that is not UTF-8")
                }
                position += 1
                return string
            case UInt8(ascii: "\\"):
                position += 1
                text += try escaped()
            case 0..<0x20:
                throw fault("a control character in a text")
            default:
                text.append(byte)
                position += 1
            }
        }
        throw fault("a text without an end")
    }

    /// What stands after a backslash, as UTF-8.
    private mutating func escaped() throws(JSONFault) -> [UInt8] {
        guard let byte = next else { throw fault("a text without an end") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return Array(String(Character(try scalar())).utf8)
        default: throw fault("an unknown escape")
        }
    }

    /// The character of `\uXXXX`, or of two of them that are a surrogate pair.
    private mutating func scalar() throws(JSONFault) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take("\\"), take("u") else { throw fault("half a surrogate pair") }
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw fault("half a surrogate pair") }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw fault("an escape without its four digits")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
