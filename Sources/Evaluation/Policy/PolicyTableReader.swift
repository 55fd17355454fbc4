/// Takes a policy table line by line and collects what is wrong with it.
struct PolicyTableReader {
    private let file: String
    private var columns: Columns?
    private var hasHeader = false
    private var people: [MeasuredPerson] = []
    private var problems: [EvaluationError.Problem] = []

    private struct Columns {
        let count: Int
        let skin: Int
        let ambient: Int?
        let febrile: Int
    }

    private static let header = "Begin the file with the line skin_c,ambient_c,febrile (ambient_c may be missing)."

    init(file: String) {
        self.file = file
    }

    mutating func read(_ line: ArraySlice<UInt8>, number: Int) {
        let bytes = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        guard bytes.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) else { return }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            complain(number, "bytes that are not UTF-8", "Save the file as UTF-8.")
            return
        }
        guard let fields = CommaSeparated.fields(of: text) else {
            complain(number, "a quotation mark without its other", "Close it, or leave quotation marks out.")
            return
        }
        if hasHeader { readPerson(fields, number) } else { readHeader(fields, number) }
    }

    /// The people, once all lines were read.
    func finish() throws(EvaluationError) -> [MeasuredPerson] {
        var problems = problems
        if !hasHeader {
            problems.append(.init(file: file, cause: "nothing in it", remedy: Self.header))
        } else if problems.isEmpty {
            for febrile in [true, false] where !people.contains(where: { $0.isFebrile == febrile }) {
                problems.append(
                    .init(
                        file: file, cause: "nobody with febrile \(febrile ? 1 : 0)",
                        remedy: "A policy is judged by both: add people with febrile \(febrile ? 1 : 0)."))
            }
        }
        guard problems.isEmpty else { throw EvaluationError(problems) }
        return people
    }

    private mutating func readHeader(_ fields: [String], _ number: Int) {
        hasHeader = true
        let missing = ["skin_c", "febrile"].filter { !fields.contains($0) }
        for name in missing {
            complain(number, "no column \(name); found \(fields.joined(separator: ", "))", Self.header)
        }
        for name in ["skin_c", "ambient_c", "febrile"] where fields.count(where: { $0 == name }) > 1 {
            complain(number, "more than one column \(name)", "Leave one of them.")
        }
        guard let skin = fields.firstIndex(of: "skin_c"), let febrile = fields.firstIndex(of: "febrile") else { return }
        columns = Columns(
            count: fields.count, skin: skin, ambient: fields.firstIndex(of: "ambient_c"), febrile: febrile)
    }

    private mutating func readPerson(_ fields: [String], _ number: Int) {
        guard let columns else { return }
        guard fields.count == columns.count else {
            complain(
                number, "\(fields.count) fields, the header has \(columns.count)", "Give every column of the header.")
            return
        }
        let skin = temperature(fields[columns.skin], "skin_c", 20...50, number)
        var ambient: Double?
        var isUsable = skin != nil
        if let column = columns.ambient, !fields[column].isEmpty {
            ambient = temperature(fields[column], "ambient_c", -40...60, number)
            if ambient == nil { isUsable = false }
        }
        let febrile: Bool? =
            switch fields[columns.febrile] {
            case "0": false
            case "1": true
            default: nil
            }
        guard let febrile else {
            complain(
                number, "febrile is \(shown(fields[columns.febrile])), allowed 0 or 1",
                "Write 1 where a clinical thermometer showed fever, else 0; leave out who was not measured by one.")
            return
        }
        guard isUsable, let skin else { return }
        people.append(MeasuredPerson(skin: skin, ambient: ambient, isFebrile: febrile))
    }

    private mutating func temperature(
        _ field: String, _ column: String, _ range: ClosedRange<Double>, _ number: Int
    ) -> Double? {
        if let value = Double(field), range.contains(value) { return value }
        let allowed = "\(Int(range.lowerBound)) to \(Int(range.upperBound)) °C"
        complain(
            number, "\(column) is \(shown(field)), allowed \(allowed)",
            "Write degrees Celsius with a point, or leave the line out.")
        return nil
    }

    /// A field as an error shows it: short, and without anything that moves a terminal's cursor.
    private func shown(_ field: String) -> String {
        guard !field.isEmpty else { return "empty" }
        let plain = field.unicodeScalars.prefix(40).map {
            $0.properties.isWhitespace || $0.value < 32 ? " " : String($0)
        }
        return "\"\(plain.joined())\""
    }

    private mutating func complain(_ line: Int, _ cause: String, _ remedy: String) {
        problems.append(.init(file: file, line: line, cause: cause, remedy: remedy))
    }
}
