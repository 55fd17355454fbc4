import Capture

/// A PNG file (ISO/IEC 15948) in memory: 8-bit RGB, one IDAT chunk.
public struct PNGImage: Sendable {
    /// The bytes of the file.
    public let bytes: [UInt8]

    /// - Throws: `PictureError` when zlib refuses.
    public init(_ canvas: Canvas) throws(PictureError) {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let header = Self.bigEndian(canvas.size.width) + Self.bigEndian(canvas.size.height)
        // 8 bits a sample, truecolour, deflate, adaptive filtering, not interlaced.
        Self.append("IHDR", header + [8, 2, 0, 0, 0], to: &file)
        Self.append("IDAT", try SystemPicture.deflate(Self.filteredRows(canvas)), to: &file)
        Self.append("IEND", [], to: &file)
        bytes = file
    }

    /// Every row led by filter type 1 (Sub): each byte less the same channel of the pixel to its left.
    private static func filteredRows(_ canvas: Canvas) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(canvas.size.height * (1 + canvas.size.width * 3))
        for y in 0..<canvas.size.height {
            rows.append(1)
            var left = RGB(0, 0, 0)
            for x in 0..<canvas.size.width {
                let pixel = canvas[x, y]
                rows.append(pixel.red &- left.red)
                rows.append(pixel.green &- left.green)
                rows.append(pixel.blue &- left.blue)
                left = pixel
            }
        }
        return rows
    }

    private static func append(_ type: String, _ data: [UInt8], to file: inout [UInt8]) {
        let body = Array(type.utf8) + data
        file += bigEndian(data.count) + body + bigEndian(Int(SystemPicture.checksum(body)))
    }

    private static func bigEndian(_ value: Int) -> [UInt8] {
        let bits = UInt32(truncatingIfNeeded: value)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: bits >> UInt32($0)) }
    }
}
