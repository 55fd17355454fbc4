/// What travels with the pixels of one frame.
public struct FrameHeader: Hashable, Sendable {
    /// The source's own frame number. Gaps are frames that were lost before the daemon saw them.
    public var sequence: UInt64
    /// When the frame was taken, nanoseconds on the source's clock (CLOCK_MONOTONIC for a live camera,
    /// nanoseconds since the first frame for a recording).
    public var timestamp: Int64
    /// What the source knows about its flat-field corrections, if it says anything.
    public var flatField: FlatFieldTelemetry?
    /// Counts how often the stream's format was negotiated; consumers start afresh when it changes.
    public var formatGeneration: UInt32

    public init(
        sequence: UInt64, timestamp: Int64, flatField: FlatFieldTelemetry? = nil,
        formatGeneration: UInt32 = 0
    ) {
        self.sequence = sequence
        self.timestamp = timestamp
        self.flatField = flatField
        self.formatGeneration = formatGeneration
    }
}
