import Audit

/// One passage of somebody who agreed, as it came from the door. Which of it is stored, the consent decides.
public struct EntryRecord: Hashable, Sendable {
    /// The door's name: 1 to 16 of a-z, 0-9 and hyphen.
    public let gate: String
    public let direction: Direction
    public let outcome: Outcome

    public enum Direction: UInt8, CaseIterable, Hashable, Sendable {
        case inwards = 1
        case outwards = 2
        case unknown = 3
    }

    public enum Outcome: UInt8, CaseIterable, Hashable, Sendable {
        case admitted = 1
        case referred = 2
    }

    /// - Throws: `request` where the name is no door's name.
    public init(gate: String, direction: Direction, outcome: Outcome) throws(RecordsError) {
        guard (1...16).contains(gate.utf8.count),
            gate.allSatisfy({ ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" })
        else {
            throw RecordsError(
                .request, what: "the door's name", cause: "it is not 1 to 16 of a-z, 0-9 and -",
                remedy: "Name the instance accordingly.")
        }
        self.gate = gate
        self.direction = direction
        self.outcome = outcome
    }
}

/// A stored entry, as its person may see it. What the consent does not cover was never written and is nil.
public struct StoredEntry: Hashable, Sendable {
    public let id: RecordID
    public let consent: RecordID
    public let purpose: Purpose
    /// UTC milliseconds.
    public let time: Int64?
    public let gate: String?
    public let direction: EntryRecord.Direction?
    public let outcome: EntryRecord.Outcome?
    public let deadline: Deadline
}
