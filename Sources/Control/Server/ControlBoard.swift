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
    /// Each with ids of its own: who is told nothing about a person must not read screenings off the numbers left out.
    private var histories: [Disclosure: EventHistory] = [:]

    /// An event as each kind of client is told of it.
    typealias Told = [Disclosure: MonitorEvent]

    /// - Parameter now: nanoseconds of CLOCK_MONOTONIC, here and below.
    init(door: String, version: String, state: ControlState, now: Int64) {
        self.door = door
        self.version = version
        self.state = state
        started = now
        stateTime = now
        releaseTime = now
        for disclosure in Disclosure.allCases {
            histories[disclosure] = EventHistory(start: UInt64.random(in: .min ... .max))
        }
    }

    /// The events that are told of to these clients.
    func history(_ disclosure: Disclosure) -> EventHistory { histories[disclosure] ?? EventHistory(start: 0) }

    /// Takes in what was published.
    ///
    /// - Returns: the event that it makes; empty when there is none.
    mutating func take(_ publication: ControlPublisher.Publication, now: Int64, wall: Int64) -> Told {
        switch publication {
        case .state(let new):
            let changes = new.conditions.changes(since: state.conditions)
            state = new
            stateTime = now
            return changes.isEmpty ? [:] : append(.state(changes), time: wall)
        case .event(.screening(let track, let outcome, let reason), let time):
            return append(.screening(track: track, outcome: outcome, reason: reason), time: time)
        case .event(.passage(let track, let direction), let time):
            return append(.passage(direction: direction, track: track), time: time)
        }
    }

    /// Publications were lost on their way here.
    mutating func noteLoss() {
        for disclosure in Disclosure.allCases { histories[disclosure]?.noteLoss() }
    }

    private mutating func append(_ content: MonitorEvent.Content, time: Int64) -> Told {
        var told: Told = [:]
        for disclosure in Disclosure.allCases {
            guard let content = content.told(to: disclosure) else { continue }
            told[disclosure] = histories[disclosure]?.append(content, time: time)
        }
        return told
    }

    /// When totals are released next.
    var nextRelease: Int64 { releaseTime &+ Self.countsInterval }

    /// Releases the totals to everybody if it is time.
    mutating func releaseCounts(now: Int64, wall: Int64) -> Told {
        guard now >= nextRelease else { return [:] }
        releasedEntries = state.entries
        // On the quarters since the start, however late this is called.
        releaseTime += (now - releaseTime) / Self.countsInterval * Self.countsInterval
        return append(.counts(releasedEntries), time: wall)
    }

    /// The first reply of a new Monitor call.
    func start(told disclosure: Disclosure, wall: Int64) -> MonitorEvent {
        MonitorEvent(id: history(disclosure).newestID, time: wall, content: .start(state.conditions.all))
    }

    /// What Get replies.
    func status(told disclosure: Disclosure, clients: ClientCounts, now: Int64) -> DoorStatus {
        let isLive = disclosure == .people
        return DoorStatus(
            door: door, version: version, uptime: Self.milliseconds(now - started), conditions: state.conditions,
            purgeLag: state.purgeLag,
            frameAge: state.lastFrame.map { Self.milliseconds(now - $0) }, frames: state.frames,
            entries: isLive ? state.entries : releasedEntries,
            entriesAge: Self.milliseconds(now - (isLive ? stateTime : releaseTime)),
            logLinesLost: state.logLinesLost, clients: clients)
    }

    private static func milliseconds(_ nanoseconds: Int64) -> Int64 { max(0, nanoseconds) / 1_000_000 }
}
