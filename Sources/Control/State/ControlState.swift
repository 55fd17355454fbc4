import Capture

/// Everything that the daemon tells of itself, as a value. Nothing in here is about a person but the totals, which are told
/// as they are to operators only.
public struct ControlState: Hashable, Sendable {
    public var conditions: Conditions
    /// Milliseconds that the oldest thing kept is overdue to be destroyed; none where nothing is kept.
    public var purgeLag: Int64?
    /// When the last frame was screened, nanoseconds of CLOCK_MONOTONIC; none before the first.
    public var lastFrame: Int64?
    public var frames: FrameCounters
    public var entries: EntryTotals
    /// Log lines dropped since the start.
    public var logLinesLost: UInt64

    public init(
        conditions: Conditions, purgeLag: Int64? = nil, lastFrame: Int64? = nil,
        frames: FrameCounters = FrameCounters(),
        entries: EntryTotals = EntryTotals(), logLinesLost: UInt64 = 0
    ) {
        self.conditions = conditions
        self.purgeLag = purgeLag
        self.lastFrame = lastFrame
        self.frames = frames
        self.entries = entries
        self.logLinesLost = logLinesLost
    }
}
