/// Writes a CPTV recording. For simulated scenes only: no picture of a real person is ever written.
public struct CPTVWriter: ~Copyable {
    public let header: CPTVHeader

    private var gzip: GzipWriter
    private let path: String
    private var previous: [UInt16]
    private var data: [UInt8] = []

    /// Makes or replaces the file and writes the header.
    public init(path: String, header: CPTVHeader) throws(CaptureError) {
        try self.init(GzipWriter(to: try FileDescriptor.open(writing: path)), path: path, header: header)
    }

    /// Writes to memory; `finish` gives the bytes.
    public init(header: CPTVHeader) throws(CaptureError) {
        try self.init(GzipWriter(), path: "recording in memory", header: header)
    }

    private init(_ gzip: consuming GzipWriter, path: String, header: CPTVHeader) throws(CaptureError) {
        var gzip = gzip
        let largest = CPTVHeader.maximumSize
        guard (1...largest.width).contains(header.size.width), (1...largest.height).contains(header.size.height) else {
            throw CaptureError(
                what: path, cause: "frames of \(header.size.width)x\(header.size.height) can't be recorded",
                remedy: "Record frames between 1x1 and \(largest.width)x\(largest.height).")
        }
        try Self.write(Array("CPTV".utf8) + [2] + header.section(), to: &gzip, path: path)
        self.gzip = gzip
        self.path = path
        self.header = header
        previous = [UInt16](repeating: 0, count: header.size.pixelCount)
    }

    /// Appends a frame.
    ///
    /// - Parameters:
    ///   - pixels: exactly `header.size.pixelCount` counts, row by row.
    ///   - minimumBitWidth: 1 to 24; the differences are stored at least this wide.
    public mutating func append(
        _ frame: CPTVFrame, _ pixels: Span<UInt16>, minimumBitWidth: Int = 1
    ) throws(CaptureError) {
        guard pixels.count == previous.count, CPTVFrameCodec.bitWidths.contains(minimumBitWidth) else {
            throw CaptureError(
                what: path, cause: "a frame of \(pixels.count) counts at \(minimumBitWidth) bits does not fit",
                remedy: "Append frames of the size that the header names, at 1 to 24 bits.")
        }
        let bitWidth = encode(pixels, minimumBitWidth: minimumBitWidth)
        var section = FieldSection(letter: "F")
        section.add("t", number: frame.uptime)
        section.add("w", number: UInt8(truncatingIfNeeded: bitWidth))
        section.add("f", number: UInt32(truncatingIfNeeded: data.count))
        if let lastCorrection = frame.lastCorrection { section.add("c", number: lastCorrection) }
        if frame.isBackground { section.add("g", number: UInt8(1)) }
        try Self.write(section.bytes, to: &gzip, path: path)
        try Self.write(data, to: &gzip, path: path)
        for index in previous.indices { previous[index] = pixels[index] }
    }

    /// Ends the recording.
    ///
    /// - Returns: the bytes of a recording in memory; nothing for a file.
    public consuming func finish() throws(CaptureError) -> [UInt8] {
        try Self.write([], to: &gzip, path: path, last: true)
        return gzip.bytes
    }

    private mutating func encode(_ pixels: Span<UInt16>, minimumBitWidth: Int) -> Int {
        switch header.compression {
        case .differences:
            let (before, size) = (previous, header.size)
            return CPTVFrameCodec.encode(
                pixels, after: before.span, size: size, minimumBitWidth: minimumBitWidth, into: &data)
        case .none:
            data.removeAll(keepingCapacity: true)
            for index in pixels.indices { appendLittleEndian(pixels[index], to: &data) }
            return 16
        }
    }

    private static func write(
        _ bytes: [UInt8], to gzip: inout GzipWriter, path: String, last: Bool = false
    ) throws(CaptureError) {
        do {
            try gzip.write(bytes, last: last)
        } catch {
            let cause =
                switch error {
                case .unwritable(let reason), .unreadable(let reason): reason
                case .damaged, .truncated: "compressing failed"
                }
            throw CaptureError(what: path, cause: cause, remedy: "Check that there is room and the disk is writable.")
        }
    }
}

extension CPTVHeader {
    /// The header section as it is written.
    func section() -> [UInt8] {
        var section = FieldSection(letter: "H")
        section.add("T", number: start)
        section.add("X", number: UInt32(truncatingIfNeeded: size.width))
        section.add("Y", number: UInt32(truncatingIfNeeded: size.height))
        section.add("C", number: compression.rawValue)
        if let framesPerSecond { section.add("Z", number: framesPerSecond) }
        if let previewSeconds { section.add("P", number: previewSeconds) }
        for (code, text) in [("D", device), ("E", model), ("B", brand), ("V", firmware)] as [(Character, String)]
        where !text.isEmpty {
            section.add(code, Array(text.utf8.prefix(255)))
        }
        return section.bytes
    }
}

/// A section that grows field by field.
private struct FieldSection {
    /// The letter, the number of fields, the fields.
    private(set) var bytes: [UInt8]

    init(letter: Character) {
        bytes = [letter.asciiValue ?? 0, 0]
    }

    /// - Parameter content: at most 255 bytes.
    mutating func add(_ code: Character, _ content: [UInt8]) {
        bytes[1] &+= 1
        bytes.append(UInt8(truncatingIfNeeded: content.count))
        bytes.append(code.asciiValue ?? 0)
        bytes.append(contentsOf: content)
    }

    mutating func add(_ code: Character, number: some FixedWidthInteger) {
        var content: [UInt8] = []
        appendLittleEndian(number, to: &content)
        add(code, content)
    }
}
