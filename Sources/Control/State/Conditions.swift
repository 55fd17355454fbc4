/// The condition of every part.
public struct Conditions: Hashable, Sendable {
    public var camera: Condition
    public var reference: Condition
    public var screening: Condition
    public var gate: Condition
    public var records: Condition
    public var purge: Condition
    public var clock: Condition

    public init(
        camera: Condition, reference: Condition, screening: Condition, gate: Condition, records: Condition,
        purge: Condition, clock: Condition
    ) {
        self.camera = camera
        self.reference = reference
        self.screening = screening
        self.gate = gate
        self.records = records
        self.purge = purge
        self.clock = clock
    }

    public subscript(_ part: Part) -> Condition {
        switch part {
        case .camera: camera
        case .reference: reference
        case .screening: screening
        case .gate: gate
        case .records: records
        case .purge: purge
        case .clock: clock
        }
    }

    /// The parts that do otherwise than before.
    func changes(since before: Conditions) -> [StateChange] {
        Part.allCases.filter { self[$0] != before[$0] }.map { StateChange(part: $0, condition: self[$0]) }
    }

    /// Every part.
    var all: [StateChange] { Part.allCases.map { StateChange(part: $0, condition: self[$0]) } }
}

/// A part and its condition from now on.
public struct StateChange: Hashable, Sendable {
    public let part: Part
    public let condition: Condition

    public init(part: Part, condition: Condition) {
        self.part = part
        self.condition = condition
    }
}
