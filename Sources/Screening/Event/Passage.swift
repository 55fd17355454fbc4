/// A person who crossed the door.
public struct Passage: Hashable, Sendable {
    /// Track number, counted from 1 since the start: of the screening, if there was one; it says nothing about who it was.
    public var track: UInt32
    /// Nanoseconds on the source's clock.
    public var time: Int64
    public var direction: Direction
    /// Whether nobody else was seen together with this person.
    public var wasAlone: Bool

    public init(track: UInt32, time: Int64, direction: Direction, wasAlone: Bool = false) {
        self.track = track
        self.time = time
        self.direction = direction
        self.wasAlone = wasAlone
    }

    public enum Direction: String, Hashable, Sendable {
        case entering = "in"
        case leaving = "out"
    }
}
