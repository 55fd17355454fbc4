/// The messages of inotify(7) about /dev, as bytes.
enum HotplugMessages {
    /// Bytes of a message before its name: watch, mask, cookie, length of the name; four bytes each.
    private static let headerBytes = 16
    /// IN_Q_OVERFLOW: messages were lost.
    private static let overflow: UInt32 = 0x4000

    /// Whether a message is about a video node, or messages were lost. Broken messages end the reading.
    static func concernVideo(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while rest.count >= headerBytes {
            if word(of: rest, at: 4) & overflow != 0 { return true }
            let nameBytes = Int(word(of: rest, at: 12))
            let name = rest.dropFirst(headerBytes).prefix(nameBytes)
            if name.starts(with: "video".utf8) { return true }
            rest = rest.dropFirst(headerBytes + nameBytes)
        }
        return false
    }

    private static func word(of bytes: ArraySlice<UInt8>, at offset: Int) -> UInt32 {
        var word: UInt32 = 0
        // inotify writes in the machine's order, which is little-endian on every machine Lintel is built for.
        for byte in bytes.dropFirst(offset).prefix(4).reversed() { word = word << 8 | UInt32(byte) }
        return word
    }
}
