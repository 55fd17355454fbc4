import Control

extension JSONValue {
    /// A number with at most this many digits behind the point; null for none and for what is not finite.
    static func decimal(_ value: Double?, _ digits: Int = 4) -> JSONValue {
        guard let value, value.isFinite else { return .null }
        return .number(Decimal.rounded(value, digits))
    }

    static func whole(_ value: Int) -> JSONValue { .integer(Int64(value)) }

    static func whole(_ value: Int?) -> JSONValue { value.map { .integer(Int64($0)) } ?? .null }
}
