import Control

/// The members of one object of a label file, by their names. Members that have no meaning here are not looked at.
struct LabelFields {
    /// What errors call the object.
    var place: String
    private let object: JSONObject
    private var faults: [(cause: String, remedy: String)] = []

    init(_ object: JSONObject, place: String) {
        self.object = object
        self.place = place
    }

    /// What is wrong with the members asked for.
    func problems(_ file: String) -> [EvaluationError.Problem] {
        faults.map { .init(file: file, cause: "\(place): \($0.cause)", remedy: $0.remedy) }
    }

    mutating func text(_ name: String) -> String? {
        if case .string(let text) = object[name] { return text }
        note(name, "a text", isRequired: true)
        return nil
    }

    mutating func number(_ name: String, isRequired: Bool = true, _ range: ClosedRange<Double>) -> Double? {
        let value: Double? =
            switch object[name] {
            case .integer(let whole): Double(whole)
            case .number(let number): number
            default: nil
            }
        if let value, range.contains(value) { return value }
        note(name, "a number from \(shown(range.lowerBound)) to \(shown(range.upperBound))", isRequired: isRequired)
        return nil
    }

    mutating func whole(_ name: String, isRequired: Bool = true, _ range: ClosedRange<Int>) -> Int? {
        if case .integer(let whole) = object[name], let value = Int(exactly: whole), range.contains(value) {
            return value
        }
        note(name, "a whole number from \(range.lowerBound) to \(range.upperBound)", isRequired: isRequired)
        return nil
    }

    /// An object that may be missing.
    mutating func object(_ name: String) -> JSONObject? {
        if case .object(let value) = object[name] { return value }
        note(name, "an object", isRequired: false)
        return nil
    }

    mutating func elements(_ name: String) -> [JSONValue]? {
        if case .array(let elements) = object[name] { return elements }
        note(name, "a list", isRequired: true)
        return nil
    }

    /// Two whole numbers, the first not the greater; may be missing.
    mutating func range(_ name: String) -> ClosedRange<Int>? {
        if case .array(let elements) = object[name], elements.count == 2,
            case .integer(let low) = elements[0], case .integer(let high) = elements[1],
            0 <= low, low <= high, high <= 1_000
        {
            return Int(low)...Int(high)
        }
        note(name, "two whole numbers, the first not the greater", isRequired: false)
        return nil
    }

    /// Notes that a member is not what it may be; one that may be missing and is missing is no fault.
    private mutating func note(_ name: String, _ allowed: String, isRequired: Bool) {
        let value = object[name]
        let isMissing = value == nil || value == .null
        guard isRequired || !isMissing else { return }
        faults.append(
            (
                isMissing ? "\(name) is missing" : "\(name) is not \(allowed)",
                "Give \(allowed); see docs/evaluation.md."
            ))
    }

    private func shown(_ value: Double) -> String { value == value.rounded() ? "\(Int(value))" : "\(value)" }
}
