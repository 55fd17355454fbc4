import Settings
import Simulation

/// What an error of measurement does to a policy: of a random one the median of 100 seeds.
public struct ErrorEffect: Hashable, Sendable {
    public let error: MeasurementError
    public let area: Double
    /// By the configured threshold.
    public let sensitivity: Double
    public let specificity: Double

    public static let seeds: UInt64 = 100

    /// The errors that a report shows.
    public static let shown: [MeasurementError] =
        [-0.5, -0.3, -0.2, 0, 0.2, 0.3, 0.5].map { MeasurementError(bias: $0) }
        + [0.1, 0.2, 0.3, 0.5].map { MeasurementError(noise: $0) } + [MeasurementError(drift: 0.05)]

    public init(
        _ error: MeasurementError, on people: [MeasuredPerson], mode: PolicyMode, settings: ScreeningSettings
    ) {
        var areas: [Double] = []
        var sensitivities: [Double] = []
        var specificities: [Double] = []
        for seed in 1...(error.isRandom ? Self.seeds : 1) {
            var generator = RandomGenerator(seed: seed)
            let scores = PolicyScores(error.measured(people, using: &generator), mode: mode, settings: settings)
            let outcome = scores.outcome(threshold: PolicyScores.threshold(mode, settings))
            areas.append(scores.discrimination.area)
            sensitivities.append(outcome.sensitivity.share)
            specificities.append(outcome.specificity.share)
        }
        self.error = error
        area = Self.median(areas)
        sensitivity = Self.median(sensitivities)
        specificity = Self.median(specificities)
    }

    private static func median(_ values: [Double]) -> Double {
        let ordered = values.sorted()
        return (ordered[(ordered.count - 1) / 2] + ordered[ordered.count / 2]) / 2
    }
}
