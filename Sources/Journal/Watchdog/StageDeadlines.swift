import Synchronization

/// When each stage last showed that it lives, and which of them missed its deadline. Allocates nothing, never blocks.
public final class StageDeadlines: Sendable {
    private let capture: Atomic<Int64>
    private let screening: Atomic<Int64>
    private let log: Atomic<Int64>

    /// - Parameter now: nanoseconds of a clock that only goes forward; so are all others. Every stage lives at that moment.
    public init(now: Int64) {
        capture = Atomic(now)
        screening = Atomic(now)
        log = Atomic(now)
    }

    /// A stage shows that it lives, or is known to wait in a state that has a name. Called from any thread.
    public func beat(_ stage: Stage, now: Int64) {
        switch stage {
        case .capture: capture.store(now, ordering: .relaxed)
        case .screening: screening.store(now, ordering: .relaxed)
        case .log: log.store(now, ordering: .relaxed)
        }
    }

    /// Takes every stage for alive, after a time in which nobody could have shown anything.
    public func forgive(now: Int64) {
        for stage in Stage.allCases { beat(stage, now: now) }
    }

    /// The stages that missed their deadline.
    public func late(now: Int64) -> [Stage] {
        Stage.allCases.filter { now &- lastBeat($0) > Int64($0.deadline / .nanoseconds(1)) }
    }

    private func lastBeat(_ stage: Stage) -> Int64 {
        switch stage {
        case .capture: capture.load(ordering: .relaxed)
        case .screening: screening.load(ordering: .relaxed)
        case .log: log.load(ordering: .relaxed)
        }
    }
}
