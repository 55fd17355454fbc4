extension InterfaceDescription {
    /// The path of the first part of a value that is not of the type, such as `event.states[0].part`; none when all is.
    ///
    /// A structure has exactly its fields: what it lacks and what is not one of them is a mismatch too.
    public func mismatch(_ value: JSONValue, _ type: VarlinkType, path: String = "") -> String? {
        switch (type, value) {
        case (.bool, .bool), (.string, .string), (.object, .object), (.float, .integer), (.float, .number): return nil
        case (.int, _): return value.whole == nil ? path : nil
        case (.optional, .null): return nil
        case (.optional(let wrapped), _): return mismatch(value, wrapped, path: path)
        case (.named(let name), _): return types[name].map { mismatch(value, $0, path: path) } ?? path
        case (.enumeration(let words), .string(let word)): return words.contains(word) ? nil : path
        case (.array(let element), .array(let elements)):
            return elements.indices.firstNonNil { mismatch(elements[$0], element, path: "\(path)[\($0)]") }
        case (.map(let element), .object(let object)):
            return object.members.firstNonNil { mismatch($0.value, element, path: Self.path(path, $0.name)) }
        case (.structure(let fields), .object(let object)): return mismatch(object, fields, path: path)
        default: return path
        }
    }

    private func mismatch(_ object: JSONObject, _ fields: [VarlinkField], path: String) -> String? {
        for member in object.members where !fields.contains(where: { $0.name == member.name }) {
            return Self.path(path, member.name)
        }
        return fields.firstNonNil { mismatch(object[$0.name] ?? .null, $0.type, path: Self.path(path, $0.name)) }
    }

    private static func path(_ path: String, _ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}

extension Sequence {
    /// What the first element gives that gives anything.
    fileprivate func firstNonNil<Result>(_ transform: (Element) -> Result?) -> Result? {
        for element in self {
            if let result = transform(element) { return result }
        }
        return nil
    }
}
