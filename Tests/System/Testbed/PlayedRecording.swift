import Capture

/// A recording as a FLIR Lepton 3 would send it: counts of 16 bits, little-endian, and two telemetry rows below.
struct PlayedRecording {
    struct Frame {
        /// Nanoseconds from the first frame.
        let timestamp: Int64
        let bytes: [UInt8]
    }

    /// A recording that can't be a Lepton 3's at all.
    struct Unsuitable: Error, CustomStringConvertible {
        let description: String
    }

    static let pictureSize = FrameSize(width: 160, height: 120)
    /// With the telemetry rows.
    static let wireSize = FrameSize(width: 160, height: 122)
    /// Added to the recording's uptimes, ms: the camera has been warm for long.
    private static let uptimeBefore: UInt32 = 3_600_000

    private(set) var frames: [Frame] = []
    /// What would make a live camera and a replay of the file read it differently.
    private(set) var objection: String?

    init(path: String) throws {
        var reader = try RecordingReader(path: path)
        guard reader.format.size == Self.pictureSize else {
            throw Unsuitable(description: "frames of \(reader.format.size.width)x\(reader.format.size.height)")
        }
        var pixels = [UInt16](repeating: 0, count: Self.pictureSize.pixelCount)
        var before: FrameHeader?
        while let header = try next(&reader, &pixels) {
            guard let flatField = header.flatField else {
                throw Unsuitable(description: "no notes on flat-field corrections")
            }
            object(to: header, flatField, before: before)
            frames.append(Frame(timestamp: header.timestamp, bytes: wireBytes(pixels, flatField)))
            before = header
        }
        if frames.isEmpty { throw Unsuitable(description: "no frames") }
    }

    private func next(_ reader: inout RecordingReader, _ pixels: inout [UInt16]) throws -> FrameHeader? {
        var span = pixels.mutableSpan
        return try reader.nextFrame(into: &span)
    }

    private mutating func object(to header: FrameHeader, _ flatField: FlatFieldTelemetry, before: FrameHeader?) {
        guard let before else { return }
        if flatField.lastCorrection != before.flatField?.lastCorrection {
            objection = "a flat-field correction at frame \(frames.count)"
        } else if header.sequence != before.sequence + 1 {
            objection = "frames missing before frame \(frames.count)"
        }
    }

    private func wireBytes(_ pixels: [UInt16], _ flatField: FlatFieldTelemetry) -> [UInt8] {
        let telemetry = LeptonTelemetry(
            uptime: flatField.uptime &+ Self.uptimeBefore,
            lastCorrection: flatField.lastCorrection &+ Self.uptimeBefore,
            flatField: .complete, frameCounter: UInt32(frames.count))
        let words = pixels + telemetry.rows(ofWidth: Self.wireSize.width)
        return words.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }
}
