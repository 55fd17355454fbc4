/// What the screening stage tells the rest of the daemon.
public enum EntryEvent: Hashable, Sendable {
    /// A presentation ended in an outcome.
    case screening(Screening)
    /// A track crossed the door.
    case passage(Passage)
}
