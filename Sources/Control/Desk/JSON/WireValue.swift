/// A value that goes over the control socket as an object.
protocol WireValue {
    var parameters: JSONObject { get }

    /// Reads what `parameters` writes; a field that is not known is left aside.
    init(_ reply: ReplyReader) throws(ReplyFault)
}

extension JSONValue {
    static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    static func objects(_ values: [some WireValue]) -> JSONValue { .array(values.map { .object($0.parameters) }) }
}

extension ReplyReader {
    func value<Value: WireValue>(_ name: String) throws(ReplyFault) -> Value { try Value(structure(name)) }

    func optionalValue<Value: WireValue>(_ name: String) throws(ReplyFault) -> Value? {
        guard let reply = try optionalStructure(name) else { return nil }
        return try Value(reply)
    }

    func values<Value: WireValue>(_ name: String) throws(ReplyFault) -> [Value] {
        var values: [Value] = []
        for reply in try structures(name) { values.append(try Value(reply)) }
        return values
    }
}
