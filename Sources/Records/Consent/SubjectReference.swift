import Audit

/// The random name under which a person agreed: 128 bits that only the receipt holds in clear.
///
/// Made from nothing about the person. Whoever shows it is taken for the person, so it is a secret: one owner, wiped
/// after use. Its text is the receipt code: 28 signs of Crockford's Base32 in groups of four, the last two of them
/// check signs: the number modulo 1021. As 1021 is a prime above 32, one wrong sign, or two neighbours exchanged, never
/// leave the check right.
public struct SubjectReference: ~Copyable, Sendable {
    let secret: SecretBytes

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static let checkModulus: UInt128 = 1021

    /// A new one.
    public init(random: any RandomSource) throws(RecordsError) {
        secret = try random.secret(16)
    }

    /// - Parameter bytes: 16.
    init(_ bytes: borrowing Span<UInt8>) throws(RecordsError) {
        guard bytes.count == 16 else { throw Self.notACode }
        secret = try SecretBytes(copying: bytes)
    }

    /// Reads a receipt code: case, spaces and hyphens don't matter, and O, I and L are read as 0, 1 and 1.
    ///
    /// - Throws: `request` where it is no code, without repeating it.
    public init(code: String) throws(RecordsError) {
        var digits: [UInt8] = []
        for sign in code.utf8 {
            if sign == UInt8(ascii: "-") || sign == UInt8(ascii: " ") { continue }
            guard digits.count < 28, let digit = Self.digit(sign) else { throw Self.notACode }
            digits.append(digit)
        }
        guard digits.count == 28, digits[0] < 8 else { throw Self.notACode }
        let value = digits.prefix(26).reduce(UInt128(0)) { $0 << 5 | UInt128($1) }
        let check = UInt128(digits[26]) << 5 | UInt128(digits[27])
        guard value % Self.checkModulus == check else { throw Self.notACode }
        secret = try SecretBytes(copying: value.bytes.span)
    }

    /// The receipt code, such as "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV". Hand it to the person and forget it.
    public var code: String {
        var value: UInt128 = 0
        for index in 0..<16 { value = value << 8 | UInt128(secret[index]) }
        var digits = (0..<26).map { UInt8(truncatingIfNeeded: value >> (5 * (25 - $0)) & 31) }
        let check = value % Self.checkModulus
        digits += [UInt8(check >> 5), UInt8(check & 31)]
        let signs = digits.map { Self.alphabet[Int($0)] }
        return stride(from: 0, to: 28, by: 4).map { String(decoding: signs[$0..<$0 + 4], as: UTF8.self) }
            .joined(separator: "-")
    }

    private static func digit(_ sign: UInt8) -> UInt8? {
        let upper = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(sign) ? sign - 32 : sign
        switch upper {
        case UInt8(ascii: "O"): return 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
        default: return alphabet.firstIndex(of: upper).map { UInt8($0) }
        }
    }

    private static var notACode: RecordsError {
        RecordsError(
            .request, what: "receipt code", cause: "this is no receipt code, or a sign of it is wrong",
            remedy: "Read the 28 letters and digits of the receipt again.")
    }
}
