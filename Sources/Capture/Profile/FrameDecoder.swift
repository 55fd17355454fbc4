import Settings

/// Takes counts and telemetry out of the bytes of a frame. Allocates nothing.
public struct FrameDecoder: Hashable, Sendable {
    /// The size of the decoded frame.
    public let frameSize: FrameSize
    /// Bytes of a whole frame; a buffer that holds fewer is short.
    public let leastBytes: Int

    private let sample: CountsSample
    private let telemetry: WireLayout.Telemetry
    private let bytesPerLine: Int
    private let wireWidth: Int
    private let region: WireLayout.Region

    /// - Returns: `nil` where the size is none of the layout's or a line is too short for its pixels.
    init?(layout: WireLayout, sample: CountsSample, wireSize: FrameSize, bytesPerLine: Int) {
        guard let region = layout.region(in: wireSize),
            (wireSize.width * sample.bytes...Self.longestLine).contains(bytesPerLine)
        else { return nil }
        self.region = region
        self.sample = sample
        self.bytesPerLine = bytesPerLine
        wireWidth = wireSize.width
        telemetry = layout.telemetry
        frameSize = FrameSize(width: region.width, height: region.height)
        leastBytes = (wireSize.height - 1) * bytesPerLine + wireSize.width * sample.bytes
    }

    private static let longestLine = 1 << 20

    /// Decodes one frame.
    ///
    /// - Parameters:
    ///   - bytes: the buffer as the driver filled it, at least `leastBytes`; with fewer nothing is written.
    ///   - pixels: exactly `frameSize.pixelCount` counts; with fewer nothing is written.
    /// - Returns: what the camera says of itself, if it says anything.
    public func decode(_ bytes: RawSpan, into pixels: inout MutableSpan<UInt16>) -> FrameTelemetry? {
        guard bytes.byteCount >= leastBytes, pixels.count >= frameSize.pixelCount else { return nil }
        for row in 0..<region.height {
            decodeRow(row, of: bytes, into: &pixels)
        }
        return telemetry(in: bytes)
    }

    private func decodeRow(_ row: Int, of bytes: RawSpan, into pixels: inout MutableSpan<UInt16>) {
        let start = (region.top + row) * bytesPerLine + region.left * sample.bytes
        let target = row * region.width
        switch sample {
        case .word(.little):
            for column in 0..<region.width {
                pixels[target + column] = UInt16(littleEndian: bytes.word(at: start + 2 * column))
            }
        case .word(.big):
            for column in 0..<region.width {
                pixels[target + column] = UInt16(bigEndian: bytes.word(at: start + 2 * column))
            }
        case .signedTwelveBits:
            for column in 0..<region.width {
                // Adding 2048 to a two's complement of twelve bits turns its sign bit over.
                let value = UInt16(littleEndian: bytes.word(at: start + 2 * column)) & 0x0FFF
                pixels[target + column] = value ^ 0x0800
            }
        case .octet:
            for column in 0..<region.width {
                pixels[target + column] = UInt16(bytes.octet(at: start + column))
            }
        }
    }

    private func telemetry(in bytes: RawSpan) -> FrameTelemetry? {
        switch telemetry {
        case .none: return nil
        case .lepton:
            let words = LeptonTelemetry { index in
                let row = region.telemetryTop + index / wireWidth
                return UInt16(littleEndian: bytes.word(at: row * bytesPerLine + index % wireWidth * 2))
            }
            return words?.frame
        }
    }
}
