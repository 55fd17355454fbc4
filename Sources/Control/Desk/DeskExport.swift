/// All that is kept of a person, to be handed out to that person.
public struct DeskExport: Hashable, Sendable {
    /// When it was true, trusted UTC milliseconds.
    public var time: Int64
    public var consents: [DeskConsent]
    /// Oldest first.
    public var entries: [DeskEntry]

    public init(time: Int64, consents: [DeskConsent], entries: [DeskEntry]) {
        self.time = time
        self.consents = consents
        self.entries = entries
    }
}
