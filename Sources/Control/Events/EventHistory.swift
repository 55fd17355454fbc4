/// The newest events, numbered, for clients that come back.
struct EventHistory {
    /// How many are kept.
    static let capacity = 64

    let start: UInt64
    /// The number of the newest event, lost ones included; 0 before the first.
    private(set) var newest: UInt64 = 0
    /// Without a gap up to the newest.
    private var events: [MonitorEvent] = []

    /// - Parameter start: names this start of the daemon.
    init(start: UInt64) {
        self.start = start
    }

    /// The id of the newest event.
    var newestID: EventID { EventID(start: start, number: newest) }

    /// Numbers and keeps an event.
    mutating func append(_ content: MonitorEvent.Content, time: Int64) -> MonitorEvent {
        newest += 1
        let event = MonitorEvent(id: newestID, time: time, content: content)
        if events.count == Self.capacity { events.removeFirst() }
        events.append(event)
        return event
    }

    /// Events were lost on their way here: nobody can go on from before them.
    mutating func noteLoss() {
        newest += 1
        events.removeAll(keepingCapacity: true)
    }

    /// The events after one; nil when some of them are gone or it is of another start.
    func events(after id: EventID) -> ArraySlice<MonitorEvent>? {
        guard id.start == start, id.number <= newest, newest - id.number <= UInt64(events.count) else { return nil }
        return events.suffix(Int(newest - id.number))
    }
}
