/// A length of time for people.
enum SpanOfTime {
    /// Such as "0.3 s", "45 s", "3 min", "2 h 5 min" or "3 d 4 h".
    ///
    /// - Parameter milliseconds: less than 0 counts as 0.
    static func words(_ milliseconds: Int64) -> String {
        let tenths = max(0, milliseconds) / 100
        let seconds = tenths / 10
        let minutes = seconds / 60
        let hours = minutes / 60
        return switch seconds {
        case ..<10: "\(seconds).\(tenths % 10) s"
        case ..<60: "\(seconds) s"
        case ..<3600: "\(minutes) min"
        case ..<86_400: "\(hours) h" + (minutes % 60 == 0 ? "" : " \(minutes % 60) min")
        default: "\(hours / 24) d" + (hours % 24 == 0 ? "" : " \(hours % 24) h")
        }
    }
}
