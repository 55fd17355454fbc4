/// Reads a CPTV recording frame by frame, in memory bounded by the largest allowed frame.
///
/// The format: go-cptv's SPECv2, github.com/TheCacophonyProject/go-cptv. A truncated or damaged recording gives its
/// good frames, then throws; after that every call throws the same error again.
public struct CPTVReader: ~Copyable {
    public let header: CPTVHeader

    private var fields: CPTVFields
    /// The frame before, to which compression 1 adds.
    private var frame: [UInt16]
    private var data: [UInt8] = []
    private var failure: CPTVError?

    /// The most background frames in a row that are skipped.
    public static let maximumBackgroundFrames = 64

    /// Opens a recording and reads its header.
    public init(path: String) throws(CPTVError) {
        let file: FileDescriptor
        do {
            file = try FileDescriptor.open(reading: path)
        } catch {
            throw CPTVError(.unreadable(error.cause), offset: 0)
        }
        try self.init(GzipReader(file))
    }

    /// Reads the header of a recording in memory.
    public init(bytes: [UInt8]) throws(CPTVError) {
        try self.init(GzipReader(bytes))
    }

    private init(_ gzip: consuming GzipReader) throws(CPTVError) {
        var fields = CPTVFields(gzip)
        try fields.readMagic()
        header = try CPTVHeader(reading: &fields)
        self.fields = fields
        frame = [UInt16](repeating: 0, count: header.size.pixelCount)
    }

    /// Reads the next live frame; background frames are skipped.
    ///
    /// - Parameter pixels: at least `header.size.pixelCount` counts, row by row; written when a frame is returned.
    /// - Returns: `nil` at the proper end of the recording.
    public mutating func nextFrame(into pixels: inout MutableSpan<UInt16>) throws(CPTVError) -> CPTVFrame? {
        if let failure { throw failure }
        do {
            guard let notes = try nextLiveFrame() else { return nil }
            for index in 0..<min(frame.count, pixels.count) { pixels[index] = frame[index] }
            return notes
        } catch {
            failure = error
            throw error
        }
    }

    private mutating func nextLiveFrame() throws(CPTVError) -> CPTVFrame? {
        for _ in 0...Self.maximumBackgroundFrames {
            guard let count = try fields.nextSection("F") else { return nil }
            let notes = try CPTVFrameFields(reading: &fields, count: count)
            try readPixels(notes)
            if !notes.frame.isBackground { return notes.frame }
        }
        throw CPTVError(.tooManyBackgroundFrames, offset: fields.offset)
    }

    private mutating func readPixels(_ notes: CPTVFrameFields) throws(CPTVError) {
        let start = fields.offset
        let expected: Int
        switch header.compression {
        case .none:
            guard notes.bitWidth == 16 else { throw CPTVError(.bitWidth(notes.bitWidth), offset: start) }
            expected = 2 * frame.count
        case .differences:
            guard CPTVFrameCodec.bitWidths.contains(Int(notes.bitWidth)) else {
                throw CPTVError(.bitWidth(notes.bitWidth), offset: start)
            }
            expected = CPTVFrameCodec.dataLength(pixelCount: frame.count, bitWidth: Int(notes.bitWidth))
        }
        guard notes.dataLength == UInt32(expected) else {
            throw CPTVError(.frameDataLength(found: notes.dataLength, expected: expected), offset: start)
        }
        if data.count < expected { data = [UInt8](repeating: 0, count: expected) }
        try fields.readExactly(expected, into: &data)
        switch header.compression {
        case .none:
            for index in frame.indices { frame[index] = UInt16(data[2 * index]) | UInt16(data[2 * index + 1]) << 8 }
        case .differences:
            let (stored, size) = (data, header.size)
            var pixels = frame.mutableSpan
            let good = CPTVFrameCodec.decode(
                stored.span, bitWidth: Int(notes.bitWidth), size: size, into: &pixels)
            if !good { throw CPTVError(.pixelRange, offset: start) }
        }
    }
}
