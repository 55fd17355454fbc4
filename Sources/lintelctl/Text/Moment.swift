import Audit

/// A point in time for people, in UTC: the tool does not know where its reader is.
enum Moment {
    /// Such as "2026-11-25 01:02:03 UTC".
    ///
    /// - Parameter time: UTC milliseconds.
    static func text(_ time: Int64) -> String { "\(minutes(time)):\(two(positive(time.floored(by: 1000), 60))) UTC" }

    /// Such as "2026-11-25".
    static func day(_ time: Int64) -> String {
        let month = UTCMonth(time)
        let day = (time - UTCMonth.start(year: month.year, month: month.month)).floored(by: 86_400_000) + 1
        return "\(month.year)-\(two(month.month))-\(two(day))"
    }

    private static func minutes(_ time: Int64) -> String {
        let minute = positive(time.floored(by: 60_000), 1440)
        return "\(day(time)) \(two(minute / 60)):\(two(minute % 60))"
    }

    private static func positive(_ number: Int64, _ modulus: Int64) -> Int64 {
        number - number.floored(by: modulus) * modulus
    }

    private static func two(_ number: Int64) -> String {
        let digits = String(abs(number))
        return digits.utf8.count < 2 ? "0" + digits : digits
    }
}
