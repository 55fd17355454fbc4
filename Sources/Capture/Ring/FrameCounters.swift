/// The account of a stream: every sequence number it used is in exactly one of the counts.
///
/// Once the ring is drained: `numbered` = `delivered` + `ringFull` + `error` + `short` + `gap`; before that `waiting`
/// frames are still in the ring. Read while frames flow, the counts may be a frame apart from each other.
public struct FrameCounters: Hashable, Sendable {
    /// Sequence numbers used: for one uninterrupted stream, last - first + 1.
    public var numbered: UInt64 = 0
    /// Frames that the consumer was given.
    public var delivered: UInt64 = 0
    /// Frames in the ring that the consumer was not given yet.
    public var waiting: UInt64 = 0
    /// Frames dropped because the ring was full.
    public var ringFull: UInt64 = 0
    /// Frames that the driver marked as damaged.
    public var error: UInt64 = 0
    /// Frames with fewer bytes than a frame has.
    public var short: UInt64 = 0
    /// Frames that the source's numbering skipped.
    public var gap: UInt64 = 0

    public init() {}

    /// The account of two streams together.
    public static func + (one: FrameCounters, other: FrameCounters) -> FrameCounters {
        var sum = FrameCounters()
        sum.numbered = one.numbered &+ other.numbered
        sum.delivered = one.delivered &+ other.delivered
        sum.waiting = one.waiting &+ other.waiting
        sum.ringFull = one.ringFull &+ other.ringFull
        sum.error = one.error &+ other.error
        sum.short = one.short &+ other.short
        sum.gap = one.gap &+ other.gap
        return sum
    }

    /// Frames lost for a cause.
    public func lost(_ cause: LossCause) -> UInt64 {
        switch cause {
        case .ringFull: ringFull
        case .error: error
        case .short: short
        case .gap: gap
        }
    }

    /// Frames lost for any cause.
    public var lost: UInt64 { ringFull &+ error &+ short &+ gap }

    /// Whether every number is accounted for.
    public var isBalanced: Bool { numbered == delivered &+ waiting &+ lost }
}
