/// A JSON value (RFC 8259). Whole numbers that fit 64 bits are exact.
public indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// Always finite.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue {
    /// A count, or the largest number there is.
    static func count(_ count: some BinaryInteger) -> JSONValue { .integer(Int64(clamping: count)) }

    var text: String? { if case .string(let text) = self { text } else { nil } }

    var flag: Bool? { if case .bool(let flag) = self { flag } else { nil } }

    var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

    var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

    /// A whole number; one written with a point counts when nothing is behind it.
    var whole: Int64? {
        switch self {
        case .integer(let whole): whole
        case .number(let number): Int64(exactly: number)
        default: nil
        }
    }
}
