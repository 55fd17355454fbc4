import Control
import Testing

/// What a reply must be by the interface files.
enum Reply {
    static let catalog = try? InterfaceCatalog()

    /// The path of what is wrong with a reply to a method; nil when it is exactly as its interface says.
    static func mismatch(_ reply: JSONObject, to method: String) -> String? {
        if let error = reply["error"] { return errorMismatch(error, reply) }
        guard let (interface, member) = split(method), let type = interface.methods[member]?.output else {
            return method
        }
        return interface.mismatch(reply["parameters"] ?? .object([:]), type)
    }

    private static func errorMismatch(_ error: JSONValue, _ reply: JSONObject) -> String? {
        guard case .string(let name) = error, let (interface, member) = split(name), let type = interface.errors[member]
        else { return "\(error)" }
        return interface.mismatch(reply["parameters"] ?? .object([:]), type)
    }

    private static func split(_ name: String) -> (InterfaceDescription, String)? {
        guard let dot = name.lastIndex(of: "."), let interface = catalog?[String(name[..<dot])] else { return nil }
        return (interface, String(name[name.index(after: dot)...]))
    }
}

extension JSONObject {
    /// The error's name, when it is one.
    var error: String? { self["error"].flatMap { if case .string(let name) = $0 { name } else { nil } } }

    /// The text at a path of names, such as `event.kind`, within the parameters.
    func parameter(_ path: String) -> JSONValue? {
        path.split(separator: ".").reduce(self["parameters"]) { value, name in
            if case .object(let object)? = value { object[String(name)] } else { nil }
        }
    }
}
