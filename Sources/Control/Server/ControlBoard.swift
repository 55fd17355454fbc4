/// Everything that is told to clients; confined to the control thread.
struct ControlBoard {
    /// How often totals are told to those who are told nothing about a person, nanoseconds: as often as the journal's counts.
    static let countsInterval: Int64 = 900_000_000_000

    private let door: String
    private let version: String
    private let started: Int64
    private var state: ControlState
    /// When the state came, nanoseconds of CLOCK_MONOTONIC.
    private var stateTime: Int64
    private var releasedEntries = EntryTotals()
    private var releaseTime: Int64
    private(set) var history: EventHistory

    /// - Parameters:
    ///   - start: names this start of the daemon in the ids of events.
    ///   - now: nanoseconds of CLOCK_MONOTONIC, here and below.
    init(door: String, version: String, state: ControlState, start: UInt64, now: Int64) {
        self.door = door
        self.version = version
        self.state = state
        started = now
        stateTime = now
        releaseTime = now
        history = EventHistory(start: start)
    }

    /// Takes in what was published.
    ///
    /// - Returns: the event that it makes, if any.
    mutating func take(_ publication: ControlPublisher.Publication, now: Int64, wall: Int64) -> MonitorEvent? {
        switch publication {
        case .state(let new):
            let changes = new.conditions.changes(since: state.conditions)
            state = new
            stateTime = now
            return changes.isEmpty ? nil : history.append(.state(changes), time: wall)
        case .event(.screening(let track, let outcome, let reason), let time):
            return history.append(.screening(track: track, outcome: outcome, reason: reason), time: time)
        case .event(.passage(let track, let direction), let time):
            return history.append(.passage(direction: direction, track: track), time: time)
        }
    }

    /// Publications were lost on their way here.
    mutating func noteLoss() { history.noteLoss() }

    /// When totals are released next.
    var nextRelease: Int64 { releaseTime &+ Self.countsInterval }

    /// Releases the totals to everybody if it is time.
    mutating func releaseCounts(now: Int64, wall: Int64) -> MonitorEvent? {
        guard now >= nextRelease else { return nil }
        releasedEntries = state.entries
        // On the quarters since the start, however late this is called.
        releaseTime += (now - releaseTime) / Self.countsInterval * Self.countsInterval
        return history.append(.counts(releasedEntries), time: wall)
    }

    /// The first reply of a new Monitor call.
    func start(wall: Int64) -> MonitorEvent {
        MonitorEvent(id: history.newestID, time: wall, content: .start(state.conditions.all))
    }

    /// What Get replies.
    func status(told disclosure: Disclosure, clients: ClientCounts, now: Int64) -> DoorStatus {
        let isLive = disclosure == .people
        return DoorStatus(
            door: door, version: version, uptime: Self.milliseconds(now - started), conditions: state.conditions,
            frameAge: state.lastFrame.map { Self.milliseconds(now - $0) }, frames: state.frames,
            entries: isLive ? state.entries : releasedEntries,
            entriesAge: Self.milliseconds(now - (isLive ? stateTime : releaseTime)),
            logLinesLost: state.logLinesLost, clients: clients)
    }

    private static func milliseconds(_ nanoseconds: Int64) -> Int64 { max(0, nanoseconds) / 1_000_000 }
}
