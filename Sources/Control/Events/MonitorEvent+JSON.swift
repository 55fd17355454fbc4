import Screening

extension MonitorEvent {
    /// The parameters of the reply.
    public var parameters: JSONObject {
        var event: JSONObject = [
            "id": .string(id.description), "time": .integer(time), "kind": .string(content.kind.rawValue),
        ]
        switch content {
        case .start(let states), .state(let states):
            event["states"] = .array(states.map { .object($0.parameters) })
        case .passage(let direction, let track):
            var passage: JSONObject = ["direction": .string(direction.rawValue)]
            passage["track"] = track.map { .count($0) }
            event["passage"] = .object(passage)
        case .screening(let track, let outcome, let reason):
            var screening: JSONObject = ["track": .count(track), "outcome": .string(outcome.rawValue)]
            screening["reason"] = reason.map { .string($0.rawValue) }
            event["screening"] = .object(screening)
        case .counts(let totals):
            event["counts"] = .object(totals.parameters)
        }
        return ["event": .object(event)]
    }

    /// Reads a reply; a field that is not known is left aside.
    public init(_ parameters: JSONObject) throws(ReplyFault) {
        let event = try ReplyReader(parameters).structure("event")
        guard let id = EventID(try event.text("id")) else { throw ReplyFault(field: "event.id") }
        self.init(id: id, time: try event.whole("time"), content: try Content(event))
    }
}

extension MonitorEvent.Content {
    enum Kind: String, CaseIterable {
        case start, state, passage, screening, counts
    }

    var kind: Kind {
        switch self {
        case .start: .start
        case .state: .state
        case .passage: .passage
        case .screening: .screening
        case .counts: .counts
        }
    }

    fileprivate init(_ event: ReplyReader) throws(ReplyFault) {
        let kind: Kind = try event.word("kind")
        switch kind {
        case .start: self = .start(try Self.states(event))
        case .state: self = .state(try Self.states(event))
        case .passage:
            let passage = try event.structure("passage")
            self = .passage(
                direction: try passage.word("direction"),
                track: passage.isAbsent("track") ? nil : try passage.count("track"))
        case .screening:
            let screening = try event.structure("screening")
            self = .screening(
                track: try screening.count("track"), outcome: try screening.word("outcome"),
                reason: try screening.optionalWord("reason"))
        case .counts: self = .counts(try EntryTotals(event.structure("counts")))
        }
    }

    private static func states(_ event: ReplyReader) throws(ReplyFault) -> [StateChange] {
        var states: [StateChange] = []
        for state in try event.structures("states") {
            states.append(
                StateChange(part: try state.word("part"), condition: try Condition(state.structure("condition"))))
        }
        return states
    }
}

extension StateChange {
    fileprivate var parameters: JSONObject {
        ["part": .string(part.rawValue), "condition": .object(condition.parameters)]
    }
}
