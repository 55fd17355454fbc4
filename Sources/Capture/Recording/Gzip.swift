/// Gzip for whole byte arrays.
public enum Gzip {
    /// Compresses bytes into one gzip member.
    public static func compress(_ plain: [UInt8]) -> [UInt8] {
        var writer = GzipWriter()
        // Writing to memory has nothing that can fail but memory itself.
        guard (try? writer.write(plain, last: true)) != nil else { return [] }
        return writer.bytes
    }

    /// Decompresses a gzip stream.
    ///
    /// - Parameter limit: the most bytes to return; what lies beyond is not inflated.
    /// - Returns: `nil` when the stream is damaged or truncated before `limit`.
    public static func decompress(_ compressed: [UInt8], limit: Int) -> [UInt8]? {
        var reader = GzipReader(compressed)
        var plain: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while plain.count < limit {
            guard let count = try? reader.read(min(piece.count, limit - plain.count), into: &piece) else { return nil }
            if count == 0 { break }
            plain.append(contentsOf: piece[0..<count])
        }
        return plain
    }
}
