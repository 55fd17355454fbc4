import Screening

/// What happened to a person at the door, as far as anybody at the control socket may know: no temperature, no place in the
/// picture.
public enum ControlEvent: Hashable, Sendable {
    case screening(track: UInt32, outcome: Outcome, reason: UndecidedReason?)
    case passage(track: UInt32, direction: Passage.Direction)

    /// Takes from an entry event what may be told; the rest goes no further.
    public init(_ event: EntryEvent) {
        switch event {
        case .screening(let screening):
            self = .screening(track: screening.track, outcome: screening.outcome, reason: screening.reason)
        case .passage(let passage):
            self = .passage(track: passage.track, direction: passage.direction)
        }
    }
}
