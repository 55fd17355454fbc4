/// A person who crossed the door.
public struct Passage: Hashable, Sendable {
    /// Track number, counted from 1 since the start: of the screening, if there was one; it says nothing about who it was.
    public var track: UInt32
    /// Nanoseconds on the source's clock.
    public var time: Int64
    public var direction: Direction

    public init(track: UInt32, time: Int64, direction: Direction) {
        self.track = track
        self.time = time
        self.direction = direction
    }

    public enum Direction: String, Hashable, Sendable {
        case entering = "in"
        case leaving = "out"
    }
}
