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

extension CPTVHeader {
    /// Reads the header section.
    init(reading fields: inout CPTVFields) throws(CPTVError) {
        guard let count = try fields.nextSection("H") else { throw CPTVError(.truncated, offset: fields.offset) }
        var header = CPTVHeader(size: FrameSize(width: 0, height: 0))
        var (width, height): (UInt32?, UInt32?) = (nil, nil)
        var compression: UInt8?
        for _ in 0..<count {
            switch try fields.nextField() {
            case "T": header.start = try fields.number("T", as: UInt64.self)
            case "X": width = try fields.number("X", as: UInt32.self)
            case "Y": height = try fields.number("Y", as: UInt32.self)
            case "C": compression = try fields.number("C", as: UInt8.self)
            case "Z": header.framesPerSecond = try fields.number("Z", as: UInt8.self)
            case "P": header.previewSeconds = try fields.number("P", as: UInt8.self)
            case "D": header.device = fields.text()
            case "E": header.model = fields.text()
            case "B": header.brand = fields.text()
            case "V": header.firmware = fields.text()
            default: break
            }
        }
        let offset = fields.offset
        guard let width else { throw CPTVError(.missingField("X"), offset: offset) }
        guard let height else { throw CPTVError(.missingField("Y"), offset: offset) }
        guard let compression else { throw CPTVError(.missingField("C"), offset: offset) }
        guard let scheme = CPTVCompression(rawValue: compression) else {
            throw CPTVError(.compression(compression), offset: offset)
        }
        guard (1...UInt32(Self.maximumSize.width)).contains(width),
            (1...UInt32(Self.maximumSize.height)).contains(height)
        else { throw CPTVError(.frameSize(width: width, height: height), offset: offset) }
        header.size = FrameSize(width: Int(width), height: Int(height))
        header.compression = scheme
        self = header
    }
}

/// The fields of one frame.
struct CPTVFrameFields {
    let frame: CPTVFrame
    let bitWidth: UInt8
    let dataLength: UInt32

    init(reading fields: inout CPTVFields, count: Int) throws(CPTVError) {
        var (uptime, lastCorrection): (UInt32?, UInt32?) = (nil, nil)
        var isBackground = false
        var (bitWidth, dataLength): (UInt8?, UInt32?) = (nil, nil)
        for _ in 0..<count {
            switch try fields.nextField() {
            case "t": uptime = try fields.number("t", as: UInt32.self)
            case "c": lastCorrection = try fields.number("c", as: UInt32.self)
            case "w": bitWidth = try fields.number("w", as: UInt8.self)
            case "f": dataLength = try fields.number("f", as: UInt32.self)
            case "g": isBackground = try fields.number("g", as: UInt8.self) != 0
            default: break
            }
        }
        let offset = fields.offset
        guard let uptime else { throw CPTVError(.missingField("t"), offset: offset) }
        guard let bitWidth else { throw CPTVError(.missingField("w"), offset: offset) }
        guard let dataLength else { throw CPTVError(.missingField("f"), offset: offset) }
        frame = CPTVFrame(uptime: uptime, lastCorrection: lastCorrection, isBackground: isBackground)
        self.bitWidth = bitWidth
        self.dataLength = dataLength
    }
}
