import Audit

extension RecordID {
    /// A new one (RFC 9562, section 5.4).
    init(_ random: any RandomSource) throws(RecordsError) {
        var bytes = try random.bytes(16)
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        self.init(uuid: bytes)
    }
}
