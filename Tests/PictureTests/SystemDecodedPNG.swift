import CZlib
import Picture

/// A decoder for the PNG files that this project writes: 8-bit RGB, filter types 0 and 1, checked checksums.
struct DecodedPNG {
    struct Damaged: Error { let why: String }

    let width: Int
    let height: Int
    let pixels: [RGB]

    init(_ bytes: [UInt8]) throws {
        var position = 8
        var (width, height) = (0, 0)
        var compressed: [UInt8] = []
        while position + 12 <= bytes.count {
            let length = Self.number(bytes, position)
            let body = Array(bytes[(position + 4)..<(position + 8 + length)])
            let sum = unsafe body.withUnsafeBufferPointer { unsafe crc32(0, $0.baseAddress, uInt($0.count)) }
            guard Int(sum) == Self.number(bytes, position + 8 + length) else { throw Damaged(why: "checksum") }
            switch String(decoding: body[0..<4], as: UTF8.self) {
            case "IHDR": (width, height) = (Self.number(body, 4), Self.number(body, 8))
            case "IDAT": compressed += body[4...]
            default: break
            }
            position += 12 + length
        }
        self.width = width
        self.height = height
        pixels = try Self.unfilter(Self.inflate(compressed, count: height * (1 + width * 3)), width: width)
    }

    private static func number(_ bytes: [UInt8], _ at: Int) -> Int {
        bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func inflate(_ bytes: [UInt8], count: Int) throws -> [UInt8] {
        var output = [UInt8](repeating: 0, count: count)
        var length = uLong(count)
        let status = unsafe output.withUnsafeMutableBufferPointer { target in
            unsafe bytes.withUnsafeBufferPointer { source in
                unsafe uncompress(target.baseAddress, &length, source.baseAddress, uLong(source.count))
            }
        }
        guard status == Z_OK, Int(length) == count else { throw Damaged(why: "zlib \(status), \(length) bytes") }
        return output
    }

    private static func unfilter(_ rows: [UInt8], width: Int) throws -> [RGB] {
        let stride = 1 + width * 3
        var pixels: [RGB] = []
        for start in Swift.stride(from: 0, to: rows.count, by: stride) {
            guard rows[start] <= 1 else { throw Damaged(why: "filter \(rows[start])") }
            var left = RGB(0, 0, 0)
            for x in 0..<width {
                let at = start + 1 + x * 3
                let base = rows[start] == 1 ? left : RGB(0, 0, 0)
                left = RGB(rows[at] &+ base.red, rows[at + 1] &+ base.green, rows[at + 2] &+ base.blue)
                pixels.append(left)
            }
        }
        return pixels
    }
}
