import Foundation

/// Finds rows of entries and consents in any bytes, sound or torn, by what their records must look like; it asks neither
/// pages nor trees (https://www.sqlite.org/fileformat2.html, 2.1).
enum RowCarver {
    /// The ids of entries: records of (16 bytes, 16 bytes, integer, integer, 92 bytes).
    static func entries(in data: Data) -> Set<Data> {
        let bytes = Array(data)
        // The header's length, the types of both blobs; integers are types 1...6, 8 and 9.
        return found(in: bytes, beginning: [7, 0x2C, 0x2C]) { start in
            guard start + 7 + 32 <= bytes.count, integers.contains(bytes[start + 3]),
                integers.contains(bytes[start + 4]),
                bytes[start + 5] == 0x81, bytes[start + 6] == 0x44
            else { return nil }
            return Data(bytes[(start + 7)..<(start + 23)])
        }
    }

    /// The ids of consents: records that begin with (16 bytes, text, 32 bytes, integer, 44 bytes).
    static func consents(in data: Data) -> Set<Data> {
        let bytes = Array(data)
        return found(in: bytes, beginning: [0x2C]) { start in
            guard start >= 1, start + 5 < bytes.count, bytes[start + 1] >= 13, bytes[start + 1] % 2 == 1,
                bytes[start + 2] == 0x4C, integers.contains(bytes[start + 3]), bytes[start + 4] == 0x64
            else { return nil }
            let header = Int(bytes[start - 1])
            let body = start - 1 + header
            guard header > 6, header < 0x80, body + 16 <= bytes.count else { return nil }
            return Data(bytes[body..<(body + 16)])
        }
    }

    private static let integers: Set<UInt8> = [1, 2, 3, 4, 5, 6, 8, 9]

    private static func found(in bytes: [UInt8], beginning: [UInt8], _ read: (Int) -> Data?) -> Set<Data> {
        var found: Set<Data> = []
        for start in bytes.indices where bytes[start] == beginning[0] {
            guard bytes[start...].starts(with: beginning) else { continue }
            if let id = read(start) { found.insert(id) }
        }
        return found
    }
}
