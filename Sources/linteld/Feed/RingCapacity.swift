import Capture

/// How many frames may wait for the screening queue.
enum RingCapacity {
    /// What small frames get: more than a second's worth at 60 frames a second.
    static let most = 64
    /// What a ring of large frames may take, bytes; small frames stay far below.
    private static let plenty = 4 << 20
    /// What a ring may take even for a second's worth of frames, bytes.
    private static let limit = 16 << 20

    /// A second's worth of frames within the limit of memory, more where frames are small.
    static func slots(for format: FrameFormat) -> Int {
        let frameBytes = max(1, format.size.pixelCount) * MemoryLayout<UInt16>.stride
        let second = min(format.framesPerSecond.rounded(.up), Double(most))
        return min(most, max(4, plenty / frameBytes, min(Int(second), limit / frameBytes)))
    }
}
