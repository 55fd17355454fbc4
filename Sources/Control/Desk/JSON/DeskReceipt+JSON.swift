extension DeskReceipt: WireValue {
    var parameters: JSONObject {
        ["code": .string(code), "receipt": .string(json), "consents": .texts(consents)]
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            code: try reply.text("code"), json: try reply.text("receipt"), consents: try reply.texts("consents"))
    }
}
