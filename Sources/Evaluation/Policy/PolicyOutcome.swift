/// What a threshold does: whom it finds and whom it leaves alone.
public struct PolicyOutcome: Hashable, Sendable {
    /// °C; at and above it somebody is elevated.
    public let threshold: Double
    /// Febrile people who are elevated.
    public let sensitivity: Proportion
    /// Other people who are not.
    public let specificity: Proportion
}
