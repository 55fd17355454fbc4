extension DeskExport: WireValue {
    var parameters: JSONObject {
        ["time": .integer(time), "consents": .objects(consents), "entries": .objects(entries)]
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            time: try reply.whole("time"), consents: try reply.values("consents"), entries: try reply.values("entries"))
    }
}
