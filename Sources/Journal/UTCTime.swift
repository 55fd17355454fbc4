/// A time as RFC 3339 writes it, in UTC with milliseconds: `2026-11-23T11:35:12.123Z`.
struct UTCTime: CustomStringConvertible {
    let description: String

    /// - Parameter milliseconds: since 1970.
    init(milliseconds: Int64) {
        let second = milliseconds.flooredQuotient(by: 1000)
        let day = second.flooredQuotient(by: 86_400)
        let inDay = second - day * 86_400
        let date = Self.date(day)
        let month = Self.digits(date.month, 2)
        let clock = [inDay / 3600, inDay / 60 % 60, inDay % 60].map { Self.digits($0, 2) }.joined(separator: ":")
        let fraction = Self.digits(milliseconds - second * 1000, 3)
        description = "\(Self.digits(date.year, 4))-\(month)-\(Self.digits(date.day, 2))T\(clock).\(fraction)Z"
    }

    /// The Gregorian date of a day counted from 1970-01-01 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms",
    /// civil_from_days): years start in March, so that the leap day is the last of a year.
    private static func date(_ day: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = day + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let inEra = shifted - era * 146_097
        let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * inYear + 2) / 153
        let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, inYear - (153 * fromMarch + 2) / 5 + 1)
    }

    private static func digits(_ number: Int64, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

extension Int64 {
    /// Division that rounds down; the divisor is positive.
    fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
