import Control
import Synchronization

/// A clock that stands until it is set.
final class ManualTime: Sendable {
    private let stored = Atomic<Int64>(0)

    var seconds: Int64 {
        get { stored.load(ordering: .sequentiallyConsistent) }
        set { stored.store(newValue, ordering: .sequentiallyConsistent) }
    }

    var clock: ControlClock {
        ControlClock(
            monotonic: { self.seconds * 1_000_000_000 }, wall: { 1_800_000_000_000 + self.seconds * 1000 })
    }
}
