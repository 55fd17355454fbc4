import Capture
import Foundation
import RecordingsFolder

/// The labelled recordings as far as reading them goes.
enum Recordings {
    struct Label: Decodable, Sendable {
        let file: String
        let frames: Int
    }

    static func labels() throws -> [Label] {
        try JSONDecoder().decode([Label].self, from: Data(contentsOf: RecordingsFolder.labels))
    }
}

/// A small generator of repeatable numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// A recording in memory: frames of counts that drift, with a warm blob.
struct SampleRecording {
    var size = FrameSize(width: 16, height: 12)
    var frames = 5
    var compression = CPTVCompression.differences
    var bitWidth = 1
    var extremes = false

    func pixels(of frame: Int) -> [UInt16] {
        var generator = SeededGenerator(state: UInt64(frame))
        return (0..<size.pixelCount).map { index in
            if extremes { return Bool.random(using: &generator) ? 0 : .max }
            return 29_000 + UInt16(index % 40) + UInt16.random(in: 0..<8, using: &generator) + UInt16(frame)
        }
    }

    func notes(of frame: Int) -> CPTVFrame {
        CPTVFrame(uptime: 60_000 + UInt32(frame) * 111, lastCorrection: 40_000)
    }

    func bytes() throws -> [UInt8] {
        var header = CPTVHeader(size: size, start: 1_700_000_000_000_000, compression: compression)
        header.framesPerSecond = 9
        header.device = "door"
        header.model = "lepton3.5"
        var writer = try CPTVWriter(header: header)
        for frame in 0..<frames {
            try writer.append(notes(of: frame), pixels(of: frame).span, minimumBitWidth: bitWidth)
        }
        return try writer.finish()
    }
}

/// Reads a whole recording and counts what came out.
struct ReadThrough {
    var frames: [[UInt16]] = []
    var notes: [CPTVFrame] = []
    var count = 0
    var error: CPTVError?

    /// - Parameter keeping: whether pixels and notes are kept, or frames only counted.
    init(_ bytes: [UInt8], keeping: Bool = true) {
        do throws(CPTVError) {
            var reader = try CPTVReader(bytes: bytes)
            var pixels = [UInt16](repeating: 0, count: reader.header.size.pixelCount)
            while true {
                var span = pixels.mutableSpan
                guard let frame = try reader.nextFrame(into: &span) else { return }
                count += 1
                if keeping {
                    frames.append(pixels)
                    notes.append(frame)
                }
            }
        } catch {
            self.error = error
        }
    }
}
