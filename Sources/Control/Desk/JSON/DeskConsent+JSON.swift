extension DeskConsent: WireValue {
    var parameters: JSONObject {
        [
            "id": .string(id), "purpose": .string(purpose), "sensitive": .bool(isSensitive), "items": .texts(items),
            "state": .string(state.rawValue), "notice": .string(notice), "given": .integer(given),
            "expires": .integer(expires), "retention_s": .integer(retention), "authentic": .bool(isAuthentic),
        ]
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            id: try reply.text("id"), purpose: try reply.text("purpose"), isSensitive: try reply.flag("sensitive"),
            items: try reply.texts("items"), state: try reply.word("state"), notice: try reply.text("notice"),
            given: try reply.whole("given"), expires: try reply.whole("expires"),
            retention: try reply.whole("retention_s"), isAuthentic: try reply.flag("authentic"))
    }
}
