import Capture
import Foundation
import RecordingsFolder
import Testing

@Suite("playing recordings")
struct RecordingPlayerTests {
    /// Headers of a recording with these camera uptimes.
    private func headers(uptimes: [UInt32], framesPerSecond: UInt8? = 9) throws -> [FrameHeader] {
        let size = FrameSize(width: 4, height: 3)
        var writer = try CPTVWriter(header: CPTVHeader(size: size, framesPerSecond: framesPerSecond))
        let pixels = [UInt16](repeating: 29_000, count: size.pixelCount)
        for uptime in uptimes {
            try writer.append(CPTVFrame(uptime: uptime, lastCorrection: 7), pixels.span)
        }
        var reader = RecordingReader(try CPTVReader(bytes: try writer.finish()), name: "test")
        #expect(reader.format.framesPerSecond == Double(framesPerSecond ?? 9))
        #expect(reader.format.countsMap == nil)
        var found: [FrameHeader] = []
        var target = pixels
        var span = target.mutableSpan
        while let header = try reader.nextFrame(into: &span) { found.append(header) }
        return found
    }

    @Test("time stamps count nanoseconds from the first frame and telemetry is passed on")
    func timestamps() throws {
        let found = try headers(uptimes: [5_000, 5_114, 5_229])
        #expect(found.map(\.timestamp) == [0, 114_000_000, 229_000_000])
        #expect(found.map(\.sequence) == [0, 1, 2])
        #expect(found[1].flatField == FlatFieldTelemetry(uptime: 5_114, lastCorrection: 7))
    }

    @Test("an interval of several periods is a gap of the frames between")
    func gaps() throws {
        let steady = (0..<20).map { UInt32($0) * 114 }
        let found = try headers(uptimes: steady + [19 * 114 + 1_939, 19 * 114 + 1_939 + 228])
        #expect(found[19].sequence == 19)
        #expect(found[20].sequence == 19 + 17)
        #expect(found[21].sequence == 19 + 17 + 2)
    }

    @Test("uptimes that stand still, run backwards or wrap keep the sequence going by one")
    func strangeUptimes() throws {
        #expect(try headers(uptimes: [1_000, 1_000, 900]).map(\.sequence) == [0, 1, 2])
        let wrapped = try headers(uptimes: [UInt32.max - 56, 57])
        #expect(wrapped.map(\.sequence) == [0, 1])
        #expect(wrapped[1].timestamp == 114_000_000)
    }

    @Test("an unknown or zero frame rate is taken as nine a second")
    func unknownRate() throws {
        #expect(try headers(uptimes: [0, 111], framesPerSecond: nil).map(\.sequence) == [0, 1])
    }

    @Test("the player gives every frame, then says that it ended", arguments: [FramePace.asFastAsPossible, .realTime])
    func plays(pace: FramePace) throws {
        let sample = SampleRecording(frames: 3)
        let file = try TemporaryFile(try sample.bytes())
        let player = try RecordingPlayer(path: file.path, pace: pace)
        var frames: [[UInt16]] = []
        var ended = false
        while !ended {
            try #require(pollsReadable(player.descriptor, timeout: 10_000))
            var pixels = [UInt16](repeating: 0, count: sample.size.pixelCount)
            var span = pixels.mutableSpan
            switch try player.dequeue(into: &span) {
            case .frame: frames.append(pixels)
            case .ended: ended = true
            case .notReady, .lost, .formatChanged: break
            }
        }
        #expect(frames == (0..<3).map(sample.pixels))
    }

    @Test("the player gives the good frames of a cut recording, then an error with file and byte")
    func cut() throws {
        let sample = SampleRecording(frames: 3)
        let plain = try #require(Gzip.decompress(try sample.bytes(), limit: 1 << 20))
        let file = try TemporaryFile(Gzip.compress(Array(plain.dropLast())))
        let player = try RecordingPlayer(path: file.path, pace: .asFastAsPossible)
        var pixels = [UInt16](repeating: 0, count: sample.size.pixelCount)
        var frames = 0
        do {
            while true {
                var span = pixels.mutableSpan
                if case .frame = try player.dequeue(into: &span) { frames += 1 }
            }
        } catch {
            #expect(frames == 2)
            #expect(error.what == file.path)
            #expect(error.cause.contains("byte \(plain.count - 1) of the decompressed stream"))
        }
    }

    // The real recordings are not part of the project; without them this test is reported as skipped.
    @Test(
        "every real recording reads whole, with the labelled number of frames",
        .enabled(if: RecordingsFolder.isPresent, "no recordings beside the package or in $LINTEL_RECORDINGS"))
    func realRecordings() throws {
        let labels = try Recordings.labels()
        #expect(!labels.isEmpty)
        for label in labels {
            var reader = try RecordingReader(path: RecordingsFolder.url.appending(path: label.file).path)
            var pixels = [UInt16](repeating: 0, count: reader.format.size.pixelCount)
            var span = pixels.mutableSpan
            var frames = 0
            var last: FrameHeader?
            while let header = try reader.nextFrame(into: &span) {
                frames += 1
                last = header
            }
            #expect(frames == label.frames, "\(label.file)")
            #expect(reader.header.model == "lepton3.5")
            let lost = Int(try #require(last).sequence) + 1 - frames
            #expect(lost == (label.file.hasPrefix("fs-1204-815359") ? 16 : 0), "\(label.file)")
        }
    }
}

/// A file that is removed with its owner.
final class TemporaryFile {
    let path: String

    init(_ bytes: [UInt8] = []) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "lintel-\(UUID().uuidString).cptv").path
        try Data(bytes).write(to: URL(filePath: path))
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
