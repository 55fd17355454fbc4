import Capture
import Control

/// What happened at the door since the start, in numbers: nothing in here belongs to one person.
package struct DoorTotals: Hashable, Sendable {
    package var frames = FrameCounters()
    package var entries = EntryTotals()
    /// When the last frame was screened, nanoseconds of CLOCK_MONOTONIC; none before the first.
    package var lastFrame: Int64?
}

extension EntryTotals {
    init(_ counts: EntryCounts) {
        self.init(
            admitted: counts.admitted, referred: counts.referred, entering: counts.entering, leaving: counts.leaving)
    }
}
