import Audit
import Crypto
import GRDB

/// A store in one hand: database, keys, clock and purger. `RecordStore` lends it to one caller at a time.
struct RecordCore: ~Copyable, Sendable {
    let database: RecordDatabase
    var slots: KeySlots
    let identity: StoreTable.Identity
    /// The notice in each language; at least one.
    let notices: [Notice]
    /// Whether anything may be recorded at all; otherwise what is there only lives to its end.
    let records: Bool
    let random: any RandomSource
    let readClock: @Sendable () -> ClockReading
    let purger: Purger
    var clock: TrustedClock
    var purge = PurgeState()
    /// Before this no epoch is over; none where that must be asked. Nobody else writes to the database.
    var nextPurge: Deadline?

    /// How the purges go.
    struct PurgeState: Sendable {
        var failures = 0
        var failure: RecordsError?
        /// Milliseconds that the oldest thing is overdue after the last purge.
        var lag: Int64 = 0
        /// The last purge that ended well, trusted UTC milliseconds.
        var last: Int64?
        /// What was destroyed since somebody asked last.
        var untold = PurgeReport()
    }

    /// Closing empties the write-ahead log, which would give back blocks that hold rows.
    deinit { try? database.checkpoint() }

    /// Recording stops when something is overdue for an hour, or after three purges that failed.
    private static let longestLag: Int64 = 3_600_000
    private static let mostFailures = 3

    // MARK: Time

    /// Reads the clock and destroys what is over before anything else is done.
    ///
    /// - Returns: what the clocks said.
    @discardableResult
    mutating func enter() throws(RecordsError) -> ClockReading {
        let reading = readClock()
        clock.advance(to: reading)
        if let nextPurge, !clock.isOver(nextPurge) { return reading }
        let clock = clock
        let isDue = try database.run { try EpochTable.needsPurge(at: clock, in: $0) }
        if isDue {
            runPurge(checksKeys: false)
        } else {
            nextPurge = try database.run { try EpochTable.earliest(in: $0) }
        }
        return reading
    }

    /// Reads the clock, purges, and writes the clock down.
    mutating func tick() throws(RecordsError) -> PurgeReport {
        clock.advance(to: readClock())
        let report = runPurge(checksKeys: false)
        let state = clock.state
        try database.transaction { try ClockTable.save(state, in: $0) }
        return report
    }

    /// Purges; a failure is kept as a state, and recording stops when it stays.
    @discardableResult
    mutating func runPurge(checksKeys: Bool) -> PurgeReport {
        var report = PurgeReport()
        nextPurge = nil
        do {
            report = try purger.run(database, slots, clock, codeSlot: identity.codeSlot, checksKeys: checksKeys)
            purge.failures = 0
            purge.failure = nil
            purge.last = clock.now
            purge.untold.add(report)
        } catch {
            purge.failures += 1
            purge.failure = error
        }
        purge.lag = (try? lag()) ?? .max
        return report
    }

    private func lag() throws(RecordsError) -> Int64 {
        guard let earliest = try database.run({ try EpochTable.earliest(in: $0) }) else { return 0 }
        return max(0, clock.overdue(earliest))
    }

    // MARK: Recording

    /// Why nothing is recorded; nothing where recording goes on.
    var stopped: RecordsError? {
        guard records else { return Self.stopped("records.mode is \"off\"", "Set it to \"consented\".") }
        if purge.lag > Self.longestLag {
            return Self.stopped("something is overdue for destruction for more than an hour", remedy)
        }
        if purge.failures >= Self.mostFailures {
            return Self.stopped("\(Self.mostFailures) purges failed one after another", remedy)
        }
        return nil
    }

    private var remedy: String { purge.failure.map { "\($0.cause). \($0.remedy)" } ?? "See the log of the purges." }

    private static func stopped(_ cause: String, _ remedy: String) -> RecordsError {
        RecordsError(.stopped, what: "recording", cause: cause, remedy: remedy)
    }

    // MARK: Keys

    /// A slot that no row needs, growing the file where there is none.
    mutating func freeSlot(besides taken: [Int] = []) throws(RecordsError) -> Int {
        let used = try database.run { try StoreTable.usedSlots(in: $0) }.union(taken)
        if let slot = (1...slots.count).first(where: { !used.contains($0) }) { return slot }
        let slot = slots.count + 1
        try slots.grow(to: min(slots.count + KeySlots.growth, KeySlots.most))
        guard slot <= slots.count else {
            throw RecordsError(
                .keyFile, what: database.path, cause: "all key slots are in use",
                remedy: "Shorten the retention or the validity of consents.")
        }
        return slot
    }

    /// The key of a slot that must hold one.
    func key(in slot: Int) throws(RecordsError) -> SymmetricKey {
        guard let key = try slots.key(in: slot) else {
            throw RecordsError(
                .keyFile, what: database.path, cause: "key slot \(slot) holds no key",
                remedy: "Nothing of it can be read any more; begin a new store.")
        }
        return key
    }

    /// By what the consents of a person are found: HMAC(index key, reference).
    func lookup(_ reference: borrowing SubjectReference) throws(RecordsError) -> [UInt8] {
        reference.secret.code(key: try key(in: identity.indexSlot))
    }
}
