/// What is known of the reference body now. The raw value is the word used in logs, the CLI and replay output.
public enum ReferenceState: String, CaseIterable, Hashable, Sendable {
    /// Configuration says that there is none.
    case none
    /// Not found yet.
    case searching
    /// In view, steady and judged good.
    case tracked
    /// It was tracked and is hidden, moved or no longer believable.
    case lost
}
