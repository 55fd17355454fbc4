/// A share of a number of cases, with the 95 % interval after Wilson.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209-212.
public struct Proportion: Hashable, Sendable {
    public let hits: Int
    public let cases: Int

    /// The 97.5 % point of the standard normal distribution.
    static let z = 1.959963984540054

    public init(hits: Int, of cases: Int) {
        self.hits = hits
        self.cases = cases
    }

    /// 0...1; not a number without cases.
    public var share: Double { Double(hits) / Double(cases) }

    /// Where the true share lies, with 95 % confidence; everywhere without cases.
    public var interval: ClosedRange<Double> {
        guard cases > 0 else { return 0...1 }
        let n = Double(cases)
        let square = Self.z * Self.z
        let middle = (share + square / (2 * n)) / (1 + square / n)
        let half = Self.z / (1 + square / n) * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
        let low = hits == 0 ? 0 : max(0, middle - half)
        let high = hits == cases ? 1 : min(1, middle + half)
        return low...max(low, high)
    }
}
