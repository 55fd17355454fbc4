/// Splits the text of an interface into words and signs; comments and blanks separate them.
struct InterfaceScanner {
    enum Token: Hashable {
        /// Letters, digits, underscores, dots and hyphens.
        case word(String)
        /// `(`, `)`, `,`, `:`, `?`, `[]`, `[string]` or `->`.
        case sign(String)
        case end
    }

    private static let signs = ["[string]", "[]", "->", "(", ")", ",", ":", "?"].map { Array($0.utf8) }

    private let bytes: [UInt8]
    private var position = 0
    /// The line of the next token, from 1.
    private(set) var line = 1

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func next() throws(InterfaceFault) -> Token {
        skipBlanksAndComments()
        guard position < bytes.count else { return .end }
        for sign in Self.signs where bytes[position...].starts(with: sign) {
            position += sign.count
            return .sign(String(decoding: sign, as: UTF8.self))
        }
        let start = position
        while position < bytes.count, Self.isOfWord(bytes[position], isFirst: position == start) { position += 1 }
        guard position > start else { throw InterfaceFault(cause: "an unknown sign", line: line) }
        return .word(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func skipBlanksAndComments() {
        var isInComment = false
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\n"):
                isInComment = false
                line += 1
            case UInt8(ascii: "#"): isInComment = true
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            default: if !isInComment { return }
            }
            position += 1
        }
    }

    private static func isOfWord(_ byte: UInt8, isFirst: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"): !isFirst
        default: false
        }
    }
}
