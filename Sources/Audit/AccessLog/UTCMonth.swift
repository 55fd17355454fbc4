/// A month of the Gregorian calendar in UTC: names of files, nothing that anything dies by.
///
/// H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days and days_from_civil: years start in March,
/// so that the leap day is the last of a year.
package struct UTCMonth: Hashable {
    package let year, month: Int64

    /// - Parameter time: UTC milliseconds.
    package init(_ time: Int64) {
        let shifted = time.floored(by: 86_400_000) + 719_468
        let era = shifted.floored(by: 146_097)
        let inEra = shifted - era * 146_097
        let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
        let fromMarch = (5 * (inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)) + 2) / 153
        month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The first moment of a month, UTC milliseconds.
    package static func start(year: Int64, month: Int64) -> Int64 {
        let from = month <= 2 ? year - 1 : year
        let era = from.floored(by: 400)
        let inEra = from - era * 400
        let day = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
        return (era * 146_097 + inEra * 365 + inEra / 4 - inEra / 100 + day - 719_468) * 86_400_000
    }
}
