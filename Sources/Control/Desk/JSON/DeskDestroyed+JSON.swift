extension DeskDestroyed: WireValue {
    var parameters: JSONObject {
        ["consents": .count(consents), "entries": .count(entries), "verified": .bool(isVerified)]
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            consents: try reply.count("consents"), entries: try reply.count("entries"),
            isVerified: try reply.flag("verified"))
    }
}
