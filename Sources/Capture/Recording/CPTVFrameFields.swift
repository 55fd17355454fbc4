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
