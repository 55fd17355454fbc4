/// What the service's thread makes of the stages' deadlines at each of its rounds.
///
/// Pure: the clock is given, and what to do comes back as a value.
public struct StageSupervisor: Sendable {
    /// What a round found.
    public struct Finding: Hashable, Sendable {
        /// Every stage met its deadline: systemd may be told.
        public var allMet = true
        /// Stages that are late since this round.
        public var becameLate: [Stage] = []
        /// Stages that are back since this round.
        public var returned: [Stage] = []
        /// Stages that are late.
        public var late: [Stage] = []
    }

    /// A round that comes later than this says that the whole process was held, not one stage.
    private static let longestRound: Int64 = 4_000_000_000

    private let deadlines: StageDeadlines
    private var lastRound: Int64
    private var late: [Stage] = []

    public init(_ deadlines: StageDeadlines, now: Int64) {
        self.deadlines = deadlines
        lastRound = now
    }

    /// Judges the stages.
    ///
    /// - Parameter now: nanoseconds, by the clock of the deadlines.
    public mutating func round(now: Int64) -> Finding {
        if now &- lastRound > Self.longestRound { deadlines.forgive(now: now) }
        lastRound = now
        let before = late
        late = deadlines.late(now: now)
        return Finding(
            allMet: late.isEmpty, becameLate: late.filter { !before.contains($0) },
            returned: before.filter { !late.contains($0) }, late: late)
    }
}
