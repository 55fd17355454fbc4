/// Collects received bytes and gives them back message by message; a NUL ends one. Never holds more than one byte over the limit.
///
/// A message may hold a receipt code: nothing of it is left in here once it was given back.
struct MessageBuffer: Sendable {
    /// The longest message, without its NUL.
    let limit: Int
    private var bytes: [UInt8] = []
    /// In the bytes before it there is no NUL.
    private var searched = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// How many bytes may be appended.
    var room: Int { limit + 1 - bytes.count }

    /// Appends what was received, at most `room` bytes of it.
    mutating func append(_ received: ArraySlice<UInt8>) {
        bytes += received.prefix(room)
    }

    /// The next whole message, without its NUL; nil when there is none yet.
    ///
    /// - Throws: when what has begun is longer than the limit.
    mutating func next() throws(VarlinkFailure) -> [UInt8]? {
        guard let end = bytes[searched...].firstIndex(of: 0) else {
            searched = bytes.count
            guard bytes.count <= limit else { throw .messageTooLarge(limit: limit) }
            return nil
        }
        let message = Array(bytes[..<end])
        let rest = Array(bytes[(end + 1)...])
        // Removing it would leave it behind the end of the shortened buffer.
        for index in bytes.indices { bytes[index] = 0 }
        bytes = rest
        searched = 0
        return message
    }
}
