import Screening

/// What happened at the door, in numbers: nothing in here belongs to one person.
package struct EntryCounts: Sendable {
    package private(set) var normal = 0
    package private(set) var elevated = 0
    /// Undecided screenings by reason, in the order of `UndecidedReason.allCases`.
    package private(set) var undecided = [Int](repeating: 0, count: UndecidedReason.allCases.count)
    package private(set) var admitted = 0
    package private(set) var referred = 0
    package private(set) var entering = 0
    package private(set) var leaving = 0

    package var screenings: Int { normal + elevated + undecidedTotal }
    package var undecidedTotal: Int { undecided.reduce(0, +) }
    var isEmpty: Bool { screenings == 0 && entering == 0 && leaving == 0 }

    /// Undecided screenings by reason, those that happened only.
    package var reasons: [(reason: UndecidedReason, count: Int)] {
        zip(UndecidedReason.allCases, undecided).filter { $0.1 > 0 }.map { (reason: $0.0, count: $0.1) }
    }

    mutating func add(_ screening: Screening, decision: GateDecision) {
        switch screening.outcome {
        case .normal: normal += 1
        case .elevated: elevated += 1
        case .undecided:
            let reason = screening.reason ?? .turnedAway
            if let index = UndecidedReason.allCases.firstIndex(of: reason) { undecided[index] += 1 }
        }
        switch decision {
        case .admitted: admitted += 1
        case .referred: referred += 1
        }
    }

    mutating func add(_ passage: Passage) {
        switch passage.direction {
        case .entering: entering += 1
        case .leaving: leaving += 1
        }
    }
}
