import Capture
import Testing

@Suite("CPTV recordings")
struct CPTVTests {
    @Test("what is written is read back, at every bit width", arguments: 1...24)
    func roundTrip(bitWidth: Int) throws {
        let sample = SampleRecording(bitWidth: bitWidth)
        let read = ReadThrough(try sample.bytes())
        #expect(read.error == nil)
        #expect(read.frames == (0..<5).map(sample.pixels))
        #expect(read.notes == (0..<5).map(sample.notes))
    }

    @Test("counts that jump over the whole range survive, in every frame shape")
    func extremes() throws {
        for (width, height) in [(1, 1), (1, 9), (9, 1), (160, 120), (33, 7)] {
            let sample = SampleRecording(size: FrameSize(width: width, height: height), extremes: true)
            let read = ReadThrough(try sample.bytes())
            #expect(read.error == nil)
            #expect(read.frames == (0..<5).map(sample.pixels), "\(width)x\(height)")
        }
    }

    @Test("uncompressed frames are read")
    func uncompressed() throws {
        let sample = SampleRecording(compression: .none, extremes: true)
        let read = ReadThrough(try sample.bytes())
        #expect(read.error == nil)
        #expect(read.frames == (0..<5).map(sample.pixels))
    }

    @Test("the header comes back as it was written, and unknown fields are skipped")
    func header() throws {
        let sample = SampleRecording()
        var plain = try #require(Gzip.decompress(try sample.bytes(), limit: 1 << 20))
        plain[6] += 1
        plain.insert(contentsOf: [3, UInt8(ascii: "q"), 1, 2, 3], at: 7)
        let reader = try CPTVReader(bytes: Gzip.compress(plain))
        #expect(reader.header.size == sample.size)
        #expect(reader.header.start == 1_700_000_000_000_000)
        #expect(reader.header.framesPerSecond == 9)
        #expect(reader.header.device == "door")
        #expect(reader.header.model == "lepton3.5")
    }

    @Test("background frames are skipped but count as the frame before")
    func background() throws {
        let sample = SampleRecording()
        var writer = try CPTVWriter(header: CPTVHeader(size: sample.size))
        for frame in 0..<3 {
            var notes = sample.notes(of: frame)
            notes.isBackground = frame == 0
            try writer.append(notes, sample.pixels(of: frame).span)
        }
        let read = ReadThrough(try writer.finish())
        #expect(read.error == nil)
        #expect(read.frames == [sample.pixels(of: 1), sample.pixels(of: 2)])
    }

    @Test("endless background frames end in an error")
    func endlessBackground() throws {
        let sample = SampleRecording()
        var writer = try CPTVWriter(header: CPTVHeader(size: sample.size))
        for _ in 0...CPTVReader.maximumBackgroundFrames {
            try writer.append(CPTVFrame(uptime: 1, isBackground: true), sample.pixels(of: 0).span)
        }
        let read = ReadThrough(try writer.finish())
        #expect(read.error?.problem == .tooManyBackgroundFrames)
    }

    @Test("a pixel that leaves 16 bits is damage, with the byte where its frame's data starts")
    func pixelRange() throws {
        let sample = SampleRecording(size: FrameSize(width: 1, height: 1), frames: 1)
        var plain = try #require(Gzip.decompress(try sample.bytes(), limit: 1 << 20))
        plain.replaceSubrange((plain.count - 4)..., with: [0xFF, 0xFF, 0xFF, 0xFF])
        let read = ReadThrough(Gzip.compress(plain))
        #expect(read.error == CPTVError(.pixelRange, offset: UInt64(plain.count - 4)))
    }

    @Test("wrong fields are named with their place")
    func wrongFields() throws {
        let header: [UInt8] = Array("CPTV".utf8) + [2, UInt8(ascii: "H")]
        func problem(_ bytes: [UInt8]) -> CPTVError? { ReadThrough(Gzip.compress(header + bytes)).error }
        func number(_ code: Character, _ value: UInt32) -> [UInt8] {
            [4, code.asciiValue ?? 0] + (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        let scheme: [UInt8] = [1, UInt8(ascii: "C"), 1]
        #expect(
            problem([1, 2, UInt8(ascii: "X"), 1, 0]) == CPTVError(.fieldLength("X", found: 2, expected: 4), offset: 7))
        #expect(problem([0])?.problem == .missingField("X"))
        #expect(problem([2] + number("X", 8) + number("Y", 8))?.problem == .missingField("C"))
        #expect(
            problem([3] + number("X", 1281) + number("Y", 8) + scheme)?.problem == .frameSize(width: 1281, height: 8))
        #expect(problem([3] + number("X", 8) + number("Y", 0) + scheme)?.problem == .frameSize(width: 8, height: 0))
        #expect(
            problem([3] + number("X", .max) + number("Y", .max) + scheme)?.problem
                == .frameSize(width: .max, height: .max))
        let good = [3] + number("X", 8) + number("Y", 8) + scheme
        #expect(problem(good + [7])?.problem == .unexpectedSection(7))
        let frame: [UInt8] = good + [UInt8(ascii: "F"), 3, 1, UInt8(ascii: "w"), 25] + number("t", 1)
        #expect(problem(frame + number("f", 4))?.problem == .bitWidth(25))
        let narrow: [UInt8] = good + [UInt8(ascii: "F"), 3, 1, UInt8(ascii: "w"), 8] + number("t", 1)
        #expect(problem(narrow + number("f", .max))?.problem == .frameDataLength(found: .max, expected: 67))
        #expect(ReadThrough(Gzip.compress(Array("CPTV".utf8) + [3])).error == CPTVError(.notCPTV, offset: 0))
    }

    @Test("a missing file is a clear error")
    func missingFile() {
        #expect(throws: CaptureError.self) { _ = try RecordingReader(path: "/nonexistent/door.cptv") }
    }
}
