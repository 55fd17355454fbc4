/// One stored entry, as its person may see it. What the consent does not cover was never written and is nil.
public struct DeskEntry: Hashable, Sendable {
    /// A random UUID.
    public var id: String
    /// The id of the consent that it was recorded under.
    public var consent: String
    /// Such as "entry_log".
    public var purpose: String
    /// UTC milliseconds.
    public var time: Int64?
    /// The door's name.
    public var gate: String?
    public var direction: Direction?
    public var outcome: Outcome?
    /// When it dies, trusted UTC milliseconds.
    public var expires: Int64

    public init(
        id: String, consent: String, purpose: String, time: Int64? = nil, gate: String? = nil,
        direction: Direction? = nil, outcome: Outcome? = nil, expires: Int64
    ) {
        self.id = id
        self.consent = consent
        self.purpose = purpose
        self.time = time
        self.gate = gate
        self.direction = direction
        self.outcome = outcome
        self.expires = expires
    }

    public enum Direction: String, CaseIterable, Hashable, Sendable {
        case inwards = "in"
        case outwards = "out"
        case unknown
    }

    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        case admitted, referred
    }
}
