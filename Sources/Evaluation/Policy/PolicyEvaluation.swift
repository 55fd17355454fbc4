import Settings

/// How the configured policy does on people whose body temperature is known.
public struct PolicyEvaluation: Sendable {
    public let file: String
    public let mode: PolicyMode
    public let febrile: Int
    public let others: Int
    /// How many lines tell the room's temperature.
    public let withAmbient: Int
    public let discrimination: Discrimination
    /// By the configured threshold.
    public let configured: PolicyOutcome
    /// The specificity asked for, and the threshold that meets it on these people.
    public let wanted: Double
    public let fitted: PolicyOutcome
    public let effects: [ErrorEffect]

    /// - Parameters:
    ///   - specificity: that a site wants, 0...1.
    public init(_ table: PolicyTable, file: String, mode: PolicyMode, settings: ScreeningSettings, specificity: Double)
    {
        let scores = PolicyScores(table.people, mode: mode, settings: settings)
        self.file = file
        self.mode = mode
        febrile = scores.febrile.count
        others = scores.others.count
        withAmbient = table.people.count { $0.ambient != nil }
        discrimination = scores.discrimination
        configured = scores.outcome(threshold: PolicyScores.threshold(mode, settings))
        wanted = specificity
        fitted = scores.outcome(threshold: scores.threshold(specificity: specificity))
        effects = ErrorEffect.shown.map { ErrorEffect($0, on: table.people, mode: mode, settings: settings) }
    }

    /// The key of the threshold that the mode uses.
    public var key: String { mode == .absolute ? "screening.elevated_skin_c" : "screening.relative_c" }
}
