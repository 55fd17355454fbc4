/// How one part of the daemon does, as the type Condition of io.lintel.Status.
public struct Condition: Hashable, Sendable {
    public var level: Level
    /// For programs; the codes of each part stand in io.lintel.Status.
    public var code: String
    /// For people; follows the part's name.
    public var words: String

    public init(_ level: Level, code: String, words: String) {
        self.level = level
        self.code = code
        self.words = words
    }

    public enum Level: String, CaseIterable, Hashable, Sendable {
        /// As it should be.
        case good
        /// Works, or will by itself, but not as it should.
        case attention
        /// Somebody must act.
        case fault
        /// The configuration wants none.
        case off
    }
}

/// The parts of the daemon that have a condition.
public enum Part: String, CaseIterable, Hashable, Sendable {
    case camera
    case reference
    case screening
    case gate
    case records
    case purge
    case clock
}
