extension DeskEntry: WireValue {
    var parameters: JSONObject {
        var entry: JSONObject = [
            "id": .string(id), "consent": .string(consent), "purpose": .string(purpose), "expires": .integer(expires),
        ]
        entry["time"] = time.map { .integer($0) }
        entry["gate"] = gate.map { .string($0) }
        entry["direction"] = direction.map { .string($0.rawValue) }
        entry["outcome"] = outcome.map { .string($0.rawValue) }
        return entry
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            id: try reply.text("id"), consent: try reply.text("consent"), purpose: try reply.text("purpose"),
            time: try reply.optionalWhole("time"), gate: try reply.optionalText("gate"),
            direction: try reply.optionalWord("direction"), outcome: try reply.optionalWord("outcome"),
            expires: try reply.whole("expires"))
    }
}
