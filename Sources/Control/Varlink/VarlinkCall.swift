/// A call, as a client sends it.
struct VarlinkCall: Hashable, Sendable {
    let method: String
    var parameters = JSONObject()
    /// The client wants no reply.
    var oneway = false
    /// The client takes more than one reply.
    var more = false
    /// The client wants to speak another protocol afterwards.
    var upgrade = false

    init(method: String, parameters: JSONObject = [:], more: Bool = false) {
        self.method = method
        self.parameters = parameters
        self.more = more
    }

    /// Reads a message without its NUL.
    ///
    /// - Throws: `MessageMalformed` when it is no call.
    init(_ message: [UInt8]) throws(VarlinkFailure) {
        let value: JSONValue
        do {
            value = try JSONReader.read(message)
        } catch {
            throw .messageMalformed(error.description)
        }
        guard let call = value.object else { throw .messageMalformed("no JSON object") }
        guard let method = call["method"]?.text else { throw .messageMalformed("no method, or one that is no text") }
        self.method = method
        // Left out, null and an empty object are the same.
        if let value = call["parameters"], value != .null {
            guard let parameters = value.object else { throw .messageMalformed("parameters that are no object") }
            self.parameters = parameters
        }
        oneway = try Self.flag("oneway", of: call)
        more = try Self.flag("more", of: call)
        upgrade = try Self.flag("upgrade", of: call)
    }

    private static func flag(_ name: String, of call: JSONObject) throws(VarlinkFailure) -> Bool {
        guard let value = call[name], value != .null else { return false }
        guard let flag = value.flag else { throw .messageMalformed("\(name) that is neither true nor false") }
        return flag
    }

    /// The call as it is sent, with its NUL.
    var message: [UInt8] {
        var call: JSONObject = ["method": .string(method)]
        if !parameters.isEmpty { call["parameters"] = .object(parameters) }
        if oneway { call["oneway"] = .bool(true) }
        if more { call["more"] = .bool(true) }
        if upgrade { call["upgrade"] = .bool(true) }
        return Array(call.json.utf8) + [0]
    }
}
