extension FrameRing {
    /// Slots that frames of any format may have at most: more than a second's worth at 60 frames a second.
    static let mostSlots = 64
    /// Bytes that a ring may take where a second's worth of frames needs less.
    private static let plenty = 4 << 20
    /// Bytes that a ring may take even for a second's worth of frames.
    private static let limit = 16 << 20

    /// How many frames of a format may wait: a second's worth within 16 MiB, more where frames are small.
    public static func capacity(for format: FrameFormat) -> Int {
        let frameBytes = max(1, format.size.pixelCount) * MemoryLayout<UInt16>.stride
        let second = Int(min(format.framesPerSecond.rounded(.up), Double(mostSlots)))
        return min(mostSlots, max(4, plenty / frameBytes, min(second, limit / frameBytes)))
    }
}
