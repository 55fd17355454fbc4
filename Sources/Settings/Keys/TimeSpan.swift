/// A span of time as the configuration writes it: a whole number and a unit, such as "90m", "28d" or "2y".
///
/// A year is 365 days: no calendar is asked.
enum TimeSpan {
    private static let units: [(letter: Character, seconds: Int64)] = [
        ("y", 365 * 86_400), ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
    ]

    /// Seconds; nothing where the text is no span.
    static func seconds(_ text: String) -> Int64? {
        guard let letter = text.last, let unit = units.first(where: { $0.letter == letter }) else { return nil }
        let digits = text.dropLast()
        guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }), let number = Int64(digits) else {
            return nil
        }
        let (seconds, overflow) = number.multipliedReportingOverflow(by: unit.seconds)
        return overflow ? nil : seconds
    }

    /// The largest unit that divides it.
    static func written(_ seconds: Int64) -> String {
        for unit in units where seconds != 0 && seconds.isMultiple(of: unit.seconds) {
            return "\(seconds / unit.seconds)\(unit.letter)"
        }
        return "\(seconds)s"
    }
}
