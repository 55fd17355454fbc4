import Screening

/// What the gate does about a screening.
package enum GateDecision: String, Sendable {
    /// Let in.
    case admitted
    /// Sent to a person who decides.
    case referred
}

/// An imagined door: it opens for a normal screening and stays as it is for every other one.
///
/// Leaving is not its business: nothing here can delay an exit.
struct SimulatedGate: Sendable {
    func decide(_ outcome: Outcome) -> GateDecision {
        switch outcome {
        case .normal: .admitted
        case .elevated, .undecided: .referred
        }
    }
}
