/// Numbers as reports show them.
enum Decimal {
    /// With this many digits behind the point; "-" for what is not finite.
    static func text(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite else { return "-" }
        let scale = power(digits)
        let scaled = (abs(value) * scale).rounded()
        guard scaled < 1e15 else { return "\(value)" }
        let whole = Int(scaled)
        let sign = value < 0 && whole > 0 ? "-" : ""
        guard digits > 0 else { return "\(sign)\(whole)" }
        let unit = Int(scale)
        let fraction = String(whole % unit)
        return "\(sign)\(whole / unit)." + String(repeating: "0", count: digits - fraction.count) + fraction
    }

    static func text(_ value: Double?, _ digits: Int) -> String { value.map { text($0, digits) } ?? "-" }

    /// Rounded to this many digits behind the point.
    static func rounded(_ value: Double, _ digits: Int) -> Double {
        let scale = power(digits)
        return (value * scale).rounded() / scale
    }

    private static func power(_ digits: Int) -> Double { (0..<digits).reduce(1.0) { scale, _ in scale * 10 } }
}
