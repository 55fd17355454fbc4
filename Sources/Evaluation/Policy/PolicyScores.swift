import Screening
import Settings

/// What the rule of `[screening]` makes of each person of a table: the number that is held against a threshold, °C.
///
/// By the absolute rule it is the skin temperature less the ambient term, and the threshold is `elevated_skin_c`. By the
/// relative rule it is what that lies above the median of the people before, and the threshold is `relative_c`; the
/// first ten, who have too few before them, are where the absolute threshold puts them: as far from `relative_c` as their skin
/// is from `elevated_skin_c`.
public struct PolicyScores: Sendable {
    public let febrile: [Double]
    public let others: [Double]

    /// The rule is the daemon's own.
    public init(_ people: [MeasuredPerson], mode: PolicyMode, settings: ScreeningSettings) {
        var rule = ElevationRule(settings)
        let threshold = PolicyScores.threshold(mode, settings)
        var febrile: [Double] = []
        var others: [Double] = []
        for person in people {
            let room = person.ambient ?? settings.room
            let byReference = mode == .absolute
            let score = rule.excess(skin: person.skin, room: room, byReference: byReference) + threshold
            if person.isFebrile { febrile.append(score) } else { others.append(score) }
            if mode == .site { rule.note(skin: person.skin, room: room, byReference: byReference) }
        }
        self.febrile = febrile
        self.others = others
    }

    /// The configured threshold of a mode, °C.
    public static func threshold(_ mode: PolicyMode, _ settings: ScreeningSettings) -> Double {
        mode == .absolute ? settings.elevatedSkin : settings.relative
    }

    public var discrimination: Discrimination { Discrimination(positives: febrile, negatives: others) }

    /// What a threshold makes of them.
    public func outcome(threshold: Double) -> PolicyOutcome {
        PolicyOutcome(
            threshold: threshold,
            sensitivity: Proportion(hits: febrile.count { $0 >= threshold }, of: febrile.count),
            specificity: Proportion(hits: others.count { $0 < threshold }, of: others.count))
    }

    /// The lowest threshold, in hundredths of a degree as a configuration gives it, by which at least this share of the others
    /// is not elevated.
    ///
    /// - Parameter specificity: 0...1.
    public func threshold(specificity: Double) -> Double {
        let ordered = others.sorted()
        let needed = Int((specificity * Double(ordered.count) - 1e-9).rounded(.up))
        guard needed > 0, let last = ordered.prefix(min(ordered.count, needed)).last else {
            return (ordered.first.map { ($0 * 100).rounded(.down) } ?? 0) / 100
        }
        var hundredths = (last * 100).rounded(.down)
        while hundredths / 100 <= last { hundredths += 1 }
        return hundredths / 100
    }
}
