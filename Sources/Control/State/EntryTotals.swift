/// What came of people since the start, in numbers.
public struct EntryTotals: Hashable, Sendable {
    public var admitted: Int
    public var referred: Int
    /// Passages into the building.
    public var entering: Int
    /// Passages out of it.
    public var leaving: Int

    public init(admitted: Int = 0, referred: Int = 0, entering: Int = 0, leaving: Int = 0) {
        self.admitted = admitted
        self.referred = referred
        self.entering = entering
        self.leaving = leaving
    }
}
