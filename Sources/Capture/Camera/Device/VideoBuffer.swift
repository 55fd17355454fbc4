/// What the driver says about a buffer that it filled.
package struct VideoBuffer: Hashable, Sendable {
    /// Which buffer.
    package var index: Int
    /// Bytes of it that were filled.
    package var bytesUsed: Int
    /// Whether its content is damaged (V4L2_BUF_FLAG_ERROR); the buffer itself is fine.
    package var isDamaged: Bool
    /// The driver's count of frames since the stream started; wraps around.
    package var sequence: UInt32
    /// When the frame was taken, nanoseconds of CLOCK_MONOTONIC; `nil` where the time stamp is of another clock or none.
    package var timestamp: Int64?

    package init(index: Int, bytesUsed: Int, isDamaged: Bool = false, sequence: UInt32, timestamp: Int64?) {
        self.index = index
        self.bytesUsed = bytesUsed
        self.isDamaged = isDamaged
        self.sequence = sequence
        self.timestamp = timestamp
    }
}
