import Journal
import Logging
import Screening
import Settings

/// Turns entry events into log lines that carry no person: no temperature, no reason, no track.
struct EntryLog {
    /// Seconds between two lines of counts.
    static let countsInterval = 15 * 60

    private var entries: JournalSettings.Entries
    private let logger: Logger
    private let gate = SimulatedGate()
    private(set) var counts = EntryCounts()
    private var sinceLastLine = EntryCounts()

    init(entries: JournalSettings.Entries, logger: Logger) {
        self.entries = entries
        self.logger = logger
    }

    /// - Returns: what the gate decided about a screening.
    mutating func record(_ event: EntryEvent) -> GateDecision? {
        switch event {
        case .screening(let screening):
            let decision = gate.decide(screening.outcome)
            counts.add(screening, decision: decision)
            sinceLastLine.add(screening, decision: decision)
            if entries == .lines { logger.report(Self.kind(decision), "\(decision.rawValue)") }
            return decision
        case .passage(let passage):
            counts.add(passage)
            sinceLastLine.add(passage)
            if entries == .lines {
                logger.report(.passage, "passage \(passage.direction.rawValue)")
            }
            return nil
        }
    }

    /// Writes entries in this way from here on; what was counted before has its line first.
    mutating func write(_ entries: JournalSettings.Entries) {
        guard entries != self.entries else { return }
        writeCounts()
        sinceLastLine = EntryCounts()
        self.entries = entries
    }

    /// Writes the line of counts and starts the next one. Does nothing where every entry has its own line.
    mutating func writeCounts() {
        guard entries == .counts else { return }
        let counts = sinceLastLine
        sinceLastLine = EntryCounts()
        logger.report(
            .entryCounts,
            """
            entries: \(counts.admitted) admitted, \(counts.referred) referred; \
            passages: \(counts.entering) in, \(counts.leaving) out
            """)
    }

    private static func kind(_ decision: GateDecision) -> MessageID {
        switch decision {
        case .admitted: .entryAdmitted
        case .referred: .entryReferred
        }
    }
}
