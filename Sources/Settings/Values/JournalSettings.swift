/// `[journal]`: what the log says of entries.
public struct JournalSettings: Hashable, Sendable {
    /// `entries`: counts, or a line an entry for commissioning.
    public var entries = Entries.counts

    public init() {}

    public enum Entries: String, CaseIterable, Hashable, Sendable {
        /// One line every 15 minutes and at stop.
        case counts
        /// A line `admitted` or `referred` an entry; for commissioning and the simulated camera.
        case lines
    }
}
