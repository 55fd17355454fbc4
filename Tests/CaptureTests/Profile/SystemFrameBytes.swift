import Capture

/// The bytes of frames, made for tests.
enum FrameBytes {
    /// Words with the low byte first, each row padded to `bytesPerLine`.
    static func little(_ words: [UInt16], width: Int, bytesPerLine: Int) -> [UInt8] {
        rows(words, width: width, bytesPerLine: bytesPerLine) {
            [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
        }
    }

    /// Words with the high byte first.
    static func big(_ words: [UInt16], width: Int, bytesPerLine: Int) -> [UInt8] {
        rows(words, width: width, bytesPerLine: bytesPerLine) {
            [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
        }
    }

    private static func rows(
        _ words: [UInt16], width: Int, bytesPerLine: Int, _ bytes: (UInt16) -> [UInt8]
    ) -> [UInt8] {
        stride(from: 0, to: words.count, by: width).flatMap { start -> [UInt8] in
            let row = words[start..<min(words.count, start + width)].flatMap(bytes)
            return row + [UInt8](repeating: 0xEE, count: max(0, bytesPerLine - row.count))
        }
    }

    /// What a decoder makes of bytes; pixels that it does not write stay 0xAAAA.
    static func decode(_ bytes: [UInt8], _ decoder: FrameDecoder) -> (pixels: [UInt16], telemetry: FrameTelemetry?) {
        var pixels = [UInt16](repeating: 0xAAAA, count: decoder.frameSize.pixelCount)
        var span = pixels.mutableSpan
        let telemetry = decode(bytes, decoder, into: &span)
        return (pixels, telemetry)
    }

    static func decode(
        _ bytes: [UInt8], _ decoder: FrameDecoder, into pixels: inout MutableSpan<UInt16>
    ) -> FrameTelemetry? {
        // A UInt8 has no padding: every byte of the span is one that was written.
        decoder.decode(unsafe bytes.span.bytes, into: &pixels)
    }
}
