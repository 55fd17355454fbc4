import Audit
import Records
import Screening

/// What the screening queue tells the records queue of the door: a small value that holds nothing of a person.
package enum EntryNews: Hashable, Sendable {
    /// A presentation is over and the gate has decided.
    case decided(Presentation, GateDecision)
    /// Whoever had the presentation of this number passed the door.
    case passed(UInt64, Passage.Direction, wasAlone: Bool)
}

extension EntryRecord.Outcome {
    init(_ decision: GateDecision) {
        self =
            switch decision {
            case .admitted: .admitted
            case .referred: .referred
            }
    }
}

extension EntryRecord.Direction {
    init(_ direction: Passage.Direction) {
        self =
            switch direction {
            case .entering: .inwards
            case .leaving: .outwards
            }
    }
}
