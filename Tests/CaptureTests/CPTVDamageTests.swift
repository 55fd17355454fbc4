import Capture
import Testing

@Suite("damaged CPTV recordings")
struct CPTVDamageTests {
    let sample = SampleRecording()

    @Test("a stream cut at any byte gives its whole frames, then the byte where it ends")
    func cutStream() throws {
        let plain = try #require(Gzip.decompress(try sample.bytes(), limit: 1 << 20))
        let whole = (0..<sample.frames).map(sample.pixels)
        for length in 0..<plain.count {
            let read = ReadThrough(Gzip.compress(Array(plain[0..<length])))
            #expect(read.frames == Array(whole[0..<read.count]))
            // Cut between two sections, the stream is whole and shorter.
            if let error = read.error {
                #expect(error == CPTVError(.truncated, offset: UInt64(length)))
            } else {
                #expect(read.count < sample.frames)
            }
        }
    }

    @Test("a file cut at any byte gives good frames, then an error")
    func cutFile() throws {
        let bytes = try sample.bytes()
        let whole = (0..<sample.frames).map(sample.pixels)
        for length in 0..<bytes.count {
            let read = ReadThrough(Array(bytes[0..<length]))
            #expect(read.frames == Array(whole[0..<read.count]))
            #expect(read.error?.problem == .truncated, "cut at \(length)")
        }
    }

    @Test("after an error every call throws the same error")
    func sticky() throws {
        let bytes = try sample.bytes()
        var reader = try CPTVReader(bytes: Array(bytes[0..<(bytes.count / 2)]))
        var pixels = [UInt16](repeating: 0, count: sample.size.pixelCount)
        func next() -> CPTVError? {
            var span = pixels.mutableSpan
            do throws(CPTVError) {
                while try reader.nextFrame(into: &span) != nil {}
                return nil
            } catch {
                return error
            }
        }
        let first = try #require(next())
        #expect(next() == first)
    }

    @Test("ten thousand mutated files never crash, hang or balloon", arguments: 0..<4)
    func mutated(part: Int) throws {
        let bytes = try sample.bytes()
        let plain = try #require(Gzip.decompress(bytes, limit: 1 << 20))
        var generator = SeededGenerator(state: UInt64(part))
        var damaged = 0
        for _ in 0..<2_500 {
            let inside = Bool.random(using: &generator)
            let mutant = mutate(inside ? plain : bytes, &generator)
            let read = ReadThrough(inside ? Gzip.compress(mutant) : mutant, keeping: false)
            // A frame takes more than 20 bytes of the stream, and a byte of gzip makes at most 1032 of it.
            #expect(read.count <= mutant.count * (inside ? 1 : 1_032) / 20)
            #expect((read.error?.offset ?? 0) <= UInt64(mutant.count * (inside ? 1 : 1_032)))
            if read.error != nil { damaged += 1 }
        }
        #expect(damaged > 500)
    }

    @Test("a gzip bomb is inflated only as far as its frames reach")
    func bomb() throws {
        // 64 MiB of zeros behind a good recording: a section can't start with zero.
        let plain = try #require(Gzip.decompress(try sample.bytes(), limit: 1 << 20))
        let read = ReadThrough(Gzip.compress(plain + [UInt8](repeating: 0, count: 1 << 26)))
        #expect(read.count == sample.frames)
        #expect(read.error == CPTVError(.unexpectedSection(0), offset: UInt64(plain.count)))
    }

    @Test("a header that promises the largest frames but ends costs one frame of memory")
    func hugePromise() throws {
        let largest = SampleRecording(size: CPTVHeader.maximumSize, frames: 1)
        let plain = try #require(Gzip.decompress(try largest.bytes(), limit: 400))
        let read = ReadThrough(Gzip.compress(plain))
        #expect(read.error == CPTVError(.truncated, offset: 400))
    }

    /// Changes, inserts, deletes or repeats a few bytes.
    private func mutate(_ original: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
            // Half of the changes go to the header and the first frame's fields, where sizes are.
            let reach = Bool.random(using: &generator) ? min(100, bytes.count) : bytes.count
            let place = Int.random(in: 0..<reach, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
            case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...8, using: &generator)))
            default: bytes[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
            }
        }
        return bytes
    }
}
