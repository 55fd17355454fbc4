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
