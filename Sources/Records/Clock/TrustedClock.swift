import Audit

/// The time that records die by.
///
/// It counts on CLOCK_BOOTTIME and takes from the wall clock only what moves it forward. Nothing moves it back: a wall
/// clock that is set back, a boot at 1970 and a deleted or older state leave it where it was. A synchronised wall
/// clock that is ahead is followed at once; one that is not synchronised hides what it would have expired and is
/// followed when it is confirmed, or after a day of being on.
///
/// Source of the model: the project's privacy study, section 5.
public struct TrustedClock: Hashable, Sendable {
    /// What to store at every write and every minute.
    public private(set) var state: ClockState

    /// How long an unconfirmed wall clock only hides, milliseconds of uptime: a day.
    public static let claimPeriod: Int64 = 86_400_000
    /// How far a wall clock may be ahead at boot to be believed, milliseconds: 90 days of being switched off. More is
    /// believed only as an unconfirmed claim. (A choice: longer than any retention, shorter than a lost clock chip.)
    public static let longestOff: Int64 = 90 * 86_400_000
    /// A claim that moves by less than this is the same one, milliseconds.
    static let sameClaim: Int64 = 60_000
    /// No wall clock of this software was ever before 2025-01-01, nor will be after the year 9999.
    static let plausible: ClosedRange<Int64> = 1_735_689_600_000...253_402_300_799_000

    /// Begins, or goes on after a restart.
    ///
    /// - Parameters:
    ///   - stored: what was stored last; nothing on a new machine, or where it was lost.
    ///   - floor: what stored rows prove; nothing where there are none.
    public init(restoring stored: ClockState?, floor: ClockFloor? = nil, at reading: ClockReading) {
        let least = floor?.now ?? Self.plausible.lowerBound
        if var stored {
            stored.now = max(stored.now, least)
            stored.uptime = max(stored.uptime, floor?.uptime ?? 0)
            state = stored
            let isBoot = stored.bootID != reading.bootID
            elapse(to: reading)
            follow(reading, atBoot: isBoot)
        } else {
            state = ClockState(
                bootID: reading.bootID, boottime: max(0, reading.boottime), now: least,
                uptime: max(0, reading.boottime / 1_000_000).saturated(adding: floor?.uptime ?? 0),
                isSynchronized: false)
            // Without stored rows there is nothing to expire too early: any plausible wall clock will do.
            if floor == nil { state.now = max(state.now, Self.clamped(reading.wall)) }
            follow(reading, atBoot: true)
        }
    }

    /// Takes in a reading; call it at least once a minute and before every use.
    public mutating func advance(to reading: ClockReading) {
        let isBoot = state.bootID != reading.bootID
        elapse(to: reading)
        follow(reading, atBoot: isBoot)
    }

    /// The trusted time, UTC milliseconds. Never goes back.
    public var now: Int64 { state.now }

    /// Seconds that the machine was on, over all boots. Never goes back.
    public var uptime: Int64 { state.uptime / 1000 }

    /// The time by which things are hidden, UTC milliseconds: `now`, or what an unconfirmed wall clock claims.
    public var claimed: Int64 { now.saturated(adding: state.claim?.ahead ?? 0) }

    /// Whether a time service confirms the wall clock.
    public var isSynchronized: Bool { state.isSynchronized }

    /// Whether this must be destroyed.
    public func isOver(_ deadline: Deadline) -> Bool { now >= deadline.utc || uptime >= deadline.uptime }

    /// Whether this must not be shown: it is over, or a wall clock that nobody confirmed says so.
    public func isHidden(_ deadline: Deadline) -> Bool { claimed >= deadline.utc || uptime >= deadline.uptime }

    /// Milliseconds since the earlier deadline passed; negative before.
    public func overdue(_ deadline: Deadline) -> Int64 {
        max(
            now.saturated(adding: -max(deadline.utc, -.max)),
            uptime.saturated(adding: -max(deadline.uptime, -.max)).saturated(by: 1000))
    }

    // MARK: Moving

    /// Counts what passed on CLOCK_BOOTTIME: of a new boot, all of it.
    private mutating func elapse(to reading: ClockReading) {
        let from = state.bootID == reading.bootID ? state.boottime : 0
        state.bootID = reading.bootID
        let passed = max(0, reading.boottime.saturated(adding: -max(0, from))) / 1_000_000
        // Whole milliseconds only; the rest is counted next time.
        state.boottime = max(0, from) + passed * 1_000_000
        state.now = state.now.saturated(adding: passed)
        state.uptime = state.uptime.saturated(adding: passed)
    }

    private mutating func follow(_ reading: ClockReading, atBoot: Bool) {
        state.isSynchronized = reading.isSynchronized
        let wall = Self.clamped(reading.wall)
        let ahead = wall.saturated(adding: -now)
        guard ahead > 0 else {
            state.claim = nil
            return
        }
        if reading.isSynchronized || (atBoot && ahead <= Self.longestOff) {
            state.now = wall
            state.claim = nil
        } else {
            consider(ahead)
        }
    }

    private mutating func consider(_ ahead: Int64) {
        guard let claim = state.claim, ahead <= claim.ahead.saturated(adding: Self.sameClaim) else {
            state.claim = ClockState.Claim(ahead: ahead, since: state.uptime)
            return
        }
        state.claim?.ahead = ahead
        guard state.uptime.saturated(adding: -claim.since) >= Self.claimPeriod else { return }
        state.now = state.now.saturated(adding: ahead)
        state.claim = nil
    }

    private static func clamped(_ wall: Int64) -> Int64 {
        wall < plausible.lowerBound ? 0 : min(wall, plausible.upperBound)
    }
}
