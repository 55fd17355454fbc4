/// Frame data of CPTV's compression 1.
///
/// A frame is stored as its change against the previous frame: pixels in snake order (even rows left to right, odd
/// rows right to left), the first change as 32 bits little-endian, then the differences from change to change as
/// signed numbers of one bit width, most significant bit first.
public enum CPTVFrameCodec {
    /// The bit widths that a difference may have.
    public static let bitWidths = 1...24

    /// Bytes of frame data for a number of pixels (at least 1) at a bit width.
    public static func dataLength(pixelCount: Int, bitWidth: Int) -> Int {
        4 + ((pixelCount - 1) * bitWidth + 7) / 8
    }

    /// Adds the stored changes to the previous frame.
    ///
    /// - Parameters:
    ///   - data: at least `dataLength` bytes.
    ///   - pixels: the previous frame, `size.pixelCount` counts; becomes this frame.
    /// - Returns: false when a pixel leaves 16 bits; the frame is then unusable.
    public static func decode(
        _ data: Span<UInt8>, bitWidth: Int, size: FrameSize, into pixels: inout MutableSpan<UInt16>
    ) -> Bool {
        let signBit = UInt32(1) << UInt32(bitWidth - 1)
        let mask = signBit | (signBit &- 1)
        var change = Int32(truncatingIfNeeded: littleEndian(data))
        var (bits, bitCount, next) = (UInt32(0), 0, 4)
        var outside: Int32 = 0
        for row in 0..<size.height {
            let start = row * size.width
            for step in 0..<size.width {
                if row | step != 0 {
                    // At most 23 bits are left over, so a fourth byte always fits.
                    while bitCount < bitWidth {
                        bits = bits << 8 | UInt32(data[next])
                        next += 1
                        bitCount += 8
                    }
                    bitCount -= bitWidth
                    let stored = bits >> UInt32(bitCount) & mask
                    change = change &+ Int32(truncatingIfNeeded: (stored ^ signBit) &- signBit)
                }
                let index = start + (row & 1 == 0 ? step : size.width - 1 - step)
                let value = Int32(pixels[index]) &+ change
                outside |= value
                pixels[index] = UInt16(truncatingIfNeeded: value)
            }
        }
        return outside & ~0xFFFF == 0
    }

    /// Stores the change from one frame to the next.
    ///
    /// - Parameters:
    ///   - minimumBitWidth: 1 to 24; more is taken when the differences need it (never more than 18).
    ///   - previous: the frame before, all zero before the first.
    ///   - data: emptied, then filled.
    /// - Returns: the bit width taken.
    public static func encode(
        _ pixels: Span<UInt16>, after previous: Span<UInt16>, size: FrameSize, minimumBitWidth: Int = 1,
        into data: inout [UInt8]
    ) -> Int {
        let width = max(minimumBitWidth, neededBitWidth(pixels, after: previous, size: size))
        data.removeAll(keepingCapacity: true)
        let mask = (UInt64(1) << UInt64(width)) - 1
        var (bits, bitCount) = (UInt64(0), 0)
        var last = change(at: 0, pixels, previous, size)
        appendLittleEndian(UInt32(bitPattern: last), to: &data)
        for position in 1..<max(1, size.pixelCount) {
            let change = change(at: position, pixels, previous, size)
            bits = bits << UInt64(width) | (UInt64(bitPattern: Int64(change - last)) & mask)
            bitCount += width
            last = change
            while bitCount >= 8 {
                bitCount -= 8
                data.append(UInt8(truncatingIfNeeded: bits >> UInt64(bitCount)))
            }
        }
        if bitCount > 0 { data.append(UInt8(truncatingIfNeeded: bits << UInt64(8 - bitCount))) }
        return width
    }

    private static func neededBitWidth(_ pixels: Span<UInt16>, after previous: Span<UInt16>, size: FrameSize) -> Int {
        var last = change(at: 0, pixels, previous, size)
        var used: UInt32 = 0
        for position in 1..<max(1, size.pixelCount) {
            let change = change(at: position, pixels, previous, size)
            let difference = change - last
            used |= UInt32(bitPattern: difference < 0 ? ~difference : difference)
            last = change
        }
        return 33 - used.leadingZeroBitCount
    }

    /// The change of the pixel at a position in snake order.
    private static func change(
        at position: Int, _ pixels: Span<UInt16>, _ previous: Span<UInt16>, _ size: FrameSize
    ) -> Int32 {
        let (row, step) = position.quotientAndRemainder(dividingBy: size.width)
        let index = row * size.width + (row & 1 == 0 ? step : size.width - 1 - step)
        return Int32(pixels[index]) - Int32(previous[index])
    }

    private static func littleEndian(_ data: Span<UInt8>) -> UInt32 {
        UInt32(data[0]) | UInt32(data[1]) << 8 | UInt32(data[2]) << 16 | UInt32(data[3]) << 24
    }
}

/// Appends a number, least significant byte first.
func appendLittleEndian(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
}
