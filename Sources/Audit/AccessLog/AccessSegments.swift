/// The files of an access log: one a month, named by it, such as "2026-11.log".
package struct AccessSegments: Sendable {
    package let directory: String

    package init(directory: String) { self.directory = directory }

    private static let suffix = ".log"

    /// The segments, oldest first.
    package func names() throws(RecordsError) -> [String] {
        try SystemFileReader.names(in: directory).filter { name in
            name.hasSuffix(Self.suffix) && name.wholeMatch(of: #/\d{4,}-\d\d\.log/#) != nil
        }
    }

    package func path(_ name: String) -> String { "\(directory)/\(name)" }

    /// The lines of a segment, and whether the last one is torn: it has no end.
    package func lines(_ name: String) throws(RecordsError) -> (lines: [String], whole: Int64, isTorn: Bool) {
        let bytes = try SystemFileReader.bytes(of: path(name))
        let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let lines = bytes[..<whole].split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        return (lines, Int64(whole), whole < bytes.count)
    }

    /// The segment of a moment, in UTC.
    package static func name(at time: Int64) -> String {
        let month = UTCMonth(time)
        let digits = String(month.month)
        return "\(month.year)-\(digits.count < 2 ? "0" : "")\(digits)\(suffix)"
    }

    /// The first moment after a segment, UTC milliseconds; nothing where the name is none.
    package static func end(of name: String) -> Int64? {
        let parts = name.dropLast(suffix.count).split(separator: "-").compactMap { Int64($0) }
        guard parts.count == 2, name.hasSuffix(suffix), (1...12).contains(parts[1]) else { return nil }
        return UTCMonth.start(year: parts[1] == 12 ? parts[0] + 1 : parts[0], month: parts[1] == 12 ? 1 : parts[1] + 1)
    }
}
