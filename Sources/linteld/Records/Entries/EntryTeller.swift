import Audit
import Records
import Screening

/// Tells the records queue what the screening queue sees, in the clock and the numbers of the records. Allocates nothing.
struct EntryTeller {
    private let records: DoorRecords
    /// Pipelines so far: each counts its tracks from 1.
    private var pipelines: UInt64 = 0
    /// How far CLOCK_MONOTONIC is ahead of the source's clock, nanoseconds.
    private var ahead: Int64 = 0

    init(_ records: DoorRecords) { self.records = records }

    /// Frames of another pipeline follow.
    mutating func begin() { pipelines += 1 }

    /// A frame of that time is looked at now.
    mutating func note(frame: Int64, now: Int64) { ahead = now &- frame }

    /// When the earliest presentation began that still goes on, on the source's clock.
    func note(presentingSince: Int64?) { records.note(presentingSince: presentingSince.map { $0 &+ ahead }) }

    /// - Parameter decision: the gate's, about a screening; it was made before, whatever is recorded.
    func tell(_ event: EntryEvent, _ decision: GateDecision?) {
        switch event {
        case .screening(let screening):
            guard let decision else { return }
            let presentation = Presentation(
                id: number(screening.track), begin: screening.began &+ ahead, end: screening.time &+ ahead,
                wasAlone: screening.wasAlone)
            records.tell(.decided(presentation, decision))
        case .passage(let passage):
            records.tell(.passed(number(passage.track), passage.direction, wasAlone: passage.wasAlone))
        }
    }

    private func number(_ track: UInt32) -> UInt64 { pipelines << 32 | UInt64(track) }
}
