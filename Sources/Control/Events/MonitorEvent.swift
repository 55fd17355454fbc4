import Screening

/// One reply of io.lintel.Monitor.Monitor.
public struct MonitorEvent: Hashable, Sendable {
    public let id: EventID
    /// UTC milliseconds since 1970.
    public let time: Int64
    public let content: Content

    public enum Content: Hashable, Sendable {
        /// The first reply of a call without `after`: every part.
        case start([StateChange])
        /// The parts that changed.
        case state([StateChange])
        /// The track is for operators only.
        case passage(direction: Passage.Direction, track: UInt32?)
        /// For operators only.
        case screening(track: UInt32, outcome: Outcome, reason: UndecidedReason?)
        /// Totals since the start, every quarter of an hour.
        case counts(EntryTotals)
    }
}

extension MonitorEvent.Content {
    /// What of it may be told; nil when nothing.
    func told(to disclosure: Disclosure) -> Self? {
        switch (disclosure, self) {
        case (.people, _), (_, .start), (_, .state), (_, .counts): self
        case (.door, .passage(let direction, _)): .passage(direction: direction, track: nil)
        case (.door, .screening): nil
        }
    }
}
