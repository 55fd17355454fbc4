/// A reply, as a service sends it.
struct VarlinkReply: Hashable, Sendable {
    var parameters = JSONObject()
    /// Another reply to the same call follows.
    var continues = false
    /// The error's qualified name, when the call failed.
    var error: String?

    init(_ parameters: JSONObject, continues: Bool = false) {
        self.parameters = parameters
        self.continues = continues
    }

    init(_ failure: VarlinkFailure) {
        parameters = failure.parameters
        error = failure.name.description
    }

    /// Reads a message without its NUL; nil when it is no reply.
    init?(_ message: [UInt8]) {
        guard let reply = (try? JSONReader.read(message))?.object else { return nil }
        switch reply["parameters"] ?? .null {
        case .null: break
        case .object(let parameters): self.parameters = parameters
        default: return nil
        }
        switch reply["continues"] ?? .null {
        case .null: break
        case .bool(let continues): self.continues = continues
        default: return nil
        }
        switch reply["error"] ?? .null {
        case .null: break
        case .string(let error): self.error = error
        default: return nil
        }
    }

    /// The reply as it is sent, with its NUL.
    var message: [UInt8] {
        var reply = JSONObject()
        if let error { reply["error"] = .string(error) }
        reply["parameters"] = .object(parameters)
        if continues { reply["continues"] = .bool(true) }
        return Array(reply.json.utf8) + [0]
    }
}
