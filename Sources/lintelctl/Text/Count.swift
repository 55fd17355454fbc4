/// Numbers for people.
enum Count {
    /// 12,345.
    static func grouped(_ count: some BinaryInteger) -> String {
        let digits = Array(String(count))
        return digits.enumerated().reduce(into: "") { text, digit in
            if digit.offset > 0, (digits.count - digit.offset).isMultiple(of: 3) { text += "," }
            text.append(digit.element)
        }
    }

    /// "1 entry", "2 entries".
    static func of(_ count: some BinaryInteger, _ one: String, _ many: String) -> String {
        "\(grouped(count)) \(count == 1 ? one : many)"
    }
}
