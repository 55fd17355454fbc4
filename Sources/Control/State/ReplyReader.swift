/// A reply that lacks a field, or has one of another type.
public struct ReplyFault: Error, Hashable, Sendable {
    /// The field's path, such as `camera.level`.
    public let field: String
}

/// Reads the fields of a reply, with their path for what is said of a missing one.
struct ReplyReader {
    private let object: JSONObject
    private let path: String

    init(_ object: JSONObject, path: String = "") {
        self.object = object
        self.path = path
    }

    func structure(_ name: String) throws(ReplyFault) -> ReplyReader {
        ReplyReader(try required(name) { $0.object }, path: fullName(name))
    }

    func optionalStructure(_ name: String) throws(ReplyFault) -> ReplyReader? {
        isAbsent(name) ? nil : try structure(name)
    }

    func structures(_ name: String) throws(ReplyFault) -> [ReplyReader] {
        var readers: [ReplyReader] = []
        for element in try required(name, { $0.elements }) {
            guard let object = element.object else { throw ReplyFault(field: fullName(name)) }
            readers.append(ReplyReader(object, path: fullName(name)))
        }
        return readers
    }

    func text(_ name: String) throws(ReplyFault) -> String { try required(name) { $0.text } }

    func optionalText(_ name: String) throws(ReplyFault) -> String? { isAbsent(name) ? nil : try text(name) }

    func texts(_ name: String) throws(ReplyFault) -> [String] {
        var texts: [String] = []
        for element in try required(name, { $0.elements }) {
            guard let text = element.text else { throw ReplyFault(field: fullName(name)) }
            texts.append(text)
        }
        return texts
    }

    func flag(_ name: String) throws(ReplyFault) -> Bool { try required(name) { $0.flag } }

    func whole(_ name: String) throws(ReplyFault) -> Int64 { try required(name) { $0.whole } }

    func optionalWhole(_ name: String) throws(ReplyFault) -> Int64? { isAbsent(name) ? nil : try whole(name) }

    /// A number that is at least 0 and fits.
    func count<Count: FixedWidthInteger>(_ name: String) throws(ReplyFault) -> Count {
        try required(name) { value in value.whole.flatMap { $0 < 0 ? nil : Count(exactly: $0) } }
    }

    /// One of a few words.
    func word<Word: RawRepresentable<String>>(_ name: String) throws(ReplyFault) -> Word {
        try required(name) { $0.text.flatMap { Word(rawValue: $0) } }
    }

    func optionalWord<Word: RawRepresentable<String>>(_ name: String) throws(ReplyFault) -> Word? {
        isAbsent(name) ? nil : try word(name)
    }

    func isAbsent(_ name: String) -> Bool { (object[name] ?? .null) == .null }

    private func required<Value>(_ name: String, _ read: (JSONValue) -> Value?) throws(ReplyFault) -> Value {
        guard let value = object[name].flatMap(read) else { throw ReplyFault(field: fullName(name)) }
        return value
    }

    private func fullName(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}
