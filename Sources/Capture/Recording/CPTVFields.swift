/// The bytes of a CPTV stream as sections and fields; every error carries its place.
struct CPTVFields: ~Copyable {
    private var gzip: GzipReader
    /// The content of the field read last; a field is at most 255 bytes long.
    private var content = [UInt8](repeating: 0, count: 256)
    private var contentLength = 0
    /// Where the field read last starts.
    private(set) var fieldOffset: UInt64 = 0

    init(_ gzip: consuming GzipReader) {
        self.gzip = gzip
    }

    /// Bytes read so far.
    var offset: UInt64 { gzip.offset }

    /// Reads `CPTV` and the version.
    mutating func readMagic() throws(CPTVError) {
        try readContent(5)
        guard content.starts(with: Array("CPTV".utf8) + [2]) else { throw CPTVError(.notCPTV, offset: 0) }
    }

    /// Reads a section's letter and its number of fields; `nil` at the proper end of the stream.
    mutating func nextSection(_ letter: Character) throws(CPTVError) -> Int? {
        let start = offset
        let count = try Self.read(1, from: &gzip, into: &content)
        if count == 0 { return nil }
        guard content[0] == letter.asciiValue else {
            throw CPTVError(.unexpectedSection(content[0]), offset: start)
        }
        try readContent(1)
        return Int(content[0])
    }

    /// Reads a field and gives its code; its content is then there for `number`, `text`.
    mutating func nextField() throws(CPTVError) -> Character {
        fieldOffset = offset
        try readContent(2)
        let code = Character(Unicode.Scalar(content[1]))
        try readContent(Int(content[0]))
        return code
    }

    /// The field read last as a number of the type's width, little-endian.
    func number<Number: FixedWidthInteger>(_ code: Character, as type: Number.Type) throws(CPTVError) -> Number {
        let expected = Number.bitWidth / 8
        guard contentLength == expected else {
            throw CPTVError(.fieldLength(code, found: contentLength, expected: expected), offset: fieldOffset)
        }
        var value: Number = 0
        for index in 0..<expected { value |= Number(truncatingIfNeeded: content[index]) << (8 * index) }
        return value
    }

    /// The field read last as text.
    func text() -> String { String(decoding: content[0..<contentLength], as: UTF8.self) }

    /// Reads exactly `count` bytes to the front of `bytes`, which must be long enough.
    mutating func readExactly(_ count: Int, into bytes: inout [UInt8]) throws(CPTVError) {
        guard try Self.read(count, from: &gzip, into: &bytes) == count else {
            throw CPTVError(.truncated, offset: offset)
        }
    }

    private mutating func readContent(_ count: Int) throws(CPTVError) {
        contentLength = count
        guard try Self.read(count, from: &gzip, into: &content) == count else {
            throw CPTVError(.truncated, offset: offset)
        }
    }

    private static func read(
        _ count: Int, from gzip: inout GzipReader, into bytes: inout [UInt8]
    ) throws(CPTVError) -> Int {
        do {
            return try gzip.read(count, into: &bytes)
        } catch {
            switch error {
            case .truncated: throw CPTVError(.truncated, offset: gzip.offset)
            case .damaged: throw CPTVError(.damagedCompression, offset: gzip.offset)
            case .unreadable(let reason), .unwritable(let reason):
                throw CPTVError(.unreadable(reason), offset: gzip.offset)
            }
        }
    }
}
