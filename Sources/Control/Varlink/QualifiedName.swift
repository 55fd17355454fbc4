/// The name of a method or an error with its interface, such as `io.lintel.Status.Get`.
struct QualifiedName: Hashable, Sendable, CustomStringConvertible {
    let interface: String
    let member: String

    init(_ interface: String, _ member: String) {
        self.interface = interface
        self.member = member
    }

    /// Splits at the last dot; nil when there is none.
    init?(_ text: String) {
        guard let dot = text.lastIndex(of: ".") else { return nil }
        self.init(String(text[..<dot]), String(text[text.index(after: dot)...]))
    }

    var description: String { "\(interface).\(member)" }
}
