import Synchronization

/// Brings news of the door from the screening queue to the records queue. Posting allocates nothing and waits for no disk.
package final class EntryMailbox: Sendable {
    /// News that may wait while the records queue is busy; more is lost, and counted.
    package static let capacity = 64

    private let waiting = Mutex(Waiting())
    private let since = Atomic<Int64>(noOne)
    private static let noOne = Int64.min

    private struct Waiting {
        var news: [EntryNews] = []
        var lost = 0

        init() { news.reserveCapacity(EntryMailbox.capacity) }
    }

    package init() {}

    /// Puts news in; what finds no place is not recorded.
    package func post(_ news: EntryNews) {
        waiting.withLock { waiting in
            guard waiting.news.count < Self.capacity else {
                waiting.lost += 1
                return
            }
            waiting.news.append(news)
        }
    }

    /// Moves what waits to the end of `news`, oldest first.
    ///
    /// - Returns: how many were lost since the last call.
    func take(into news: inout [EntryNews]) -> Int {
        waiting.withLock { waiting in
            news.append(contentsOf: waiting.news)
            waiting.news.removeAll(keepingCapacity: true)
            defer { waiting.lost = 0 }
            return waiting.lost
        }
    }

    /// When the earliest presentation began that still goes on, CLOCK_MONOTONIC nanoseconds; none while nobody presents.
    package var presentingSince: Int64? {
        get {
            let moment = since.load(ordering: .relaxed)
            return moment == Self.noOne ? nil : moment
        }
        set { since.store(newValue ?? Self.noOne, ordering: .relaxed) }
    }
}
