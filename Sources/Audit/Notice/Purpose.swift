/// What something about a person is kept for. Each is consented for itself.
public enum Purpose: String, CaseIterable, Hashable, Sendable {
    /// The history of entries.
    case entryLog = "entry_log"
    /// That the temperature check referred somebody: sensitive.
    case feverOutcome = "fever_outcome"

    /// Whether the law treats it as health data.
    public var isSensitive: Bool { self == .feverOutcome }
}
