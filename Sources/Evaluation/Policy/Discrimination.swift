/// How well a score tells two groups apart: the area under the receiver operating characteristic (AUC).
///
/// The AUC is the chance that a febrile person scores higher than one who is not, ties counting half. Its variance is
/// that of DeLong, DeLong and Clarke-Pearson, "Comparing the areas under two or more correlated receiver operating
/// characteristic curves", Biometrics 44 (1988) 837-845, from the placement of each score among the other group's.
public struct Discrimination: Hashable, Sendable {
    /// 0...1; 0.5 tells nothing.
    public let area: Double
    /// Standard error of the area; `nil` when a group has fewer than two people.
    public let standardError: Double?

    /// - Parameters: the scores of both groups, each with one at least.
    public init(positives: [Double], negatives: [Double]) {
        let ofPositives = Self.placements(of: positives, among: negatives)
        area = Self.mean(ofPositives)
        guard positives.count > 1, negatives.count > 1 else {
            standardError = nil
            return
        }
        let ofNegatives = Self.placements(of: negatives, among: positives)
        standardError =
            (Self.variance(ofPositives) / Double(positives.count)
            + Self.variance(ofNegatives) / Double(negatives.count)).squareRoot()
    }

    /// Where the true area lies, with 95 % confidence.
    public var interval: ClosedRange<Double> {
        guard let standardError else { return 0...1 }
        let half = Proportion.z * standardError
        return max(0, area - half)...min(1, area + half)
    }

    /// For each score the share of the others below it, ties counting half.
    private static func placements(of scores: [Double], among others: [Double]) -> [Double] {
        let ordered = others.sorted()
        return scores.map { score in
            let below = firstIndex(in: ordered) { $0 >= score }
            let notAbove = firstIndex(in: ordered) { $0 > score }
            return (Double(below) + Double(notAbove)) / 2 / Double(ordered.count)
        }
    }

    /// The first index of a rising list at which `holds` is true, which it stays from there; else the count.
    private static func firstIndex(in ordered: [Double], where holds: (Double) -> Bool) -> Int {
        var low = 0
        var high = ordered.count
        while low < high {
            let middle = (low + high) / 2
            if holds(ordered[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    private static func variance(_ values: [Double]) -> Double {
        let mean = mean(values)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }
}
