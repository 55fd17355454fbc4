/// JSON in one form only: keys sorted, no space, nothing escaped that need not be. The same value gives the same bytes.
package enum CanonicalJSON: Hashable, Sendable {
    case text(String)
    case number(Int64)
    case flag(Bool)
    case array([CanonicalJSON])
    case object([String: CanonicalJSON])

    /// An object's text.
    package static func text(_ entries: [String: CanonicalJSON]) -> String { CanonicalJSON.object(entries).written }

    package var written: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .array(let values): "[" + values.map(\.written).joined(separator: ",") + "]"
        case .object(let entries):
            // By the bytes of UTF-8, so that no locale or normalisation has a say.
            "{"
                + entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                .map { "\(Self.quoted($0.key)):\($0.value.written)" }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "\"") { quoted, scalar in
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        } + "\""
    }
}
