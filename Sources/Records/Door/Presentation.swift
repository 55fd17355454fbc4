/// Somebody who faced the camera, from the first to the last moment of it.
public struct Presentation: Hashable, Sendable {
    /// Its number, unique since the start of the daemon.
    public let id: UInt64
    /// CLOCK_MONOTONIC nanoseconds.
    public let begin: Int64
    public let end: Int64
    /// Whether nobody else was in view meanwhile.
    public let wasAlone: Bool

    public init(id: UInt64, begin: Int64, end: Int64, wasAlone: Bool) {
        self.id = id
        self.begin = begin
        self.end = end
        self.wasAlone = wasAlone
    }
}

/// Whose consent a presentation stands under.
public enum ConsentMatch: Sendable {
    /// Exactly this one's.
    case consent(PresentedConsent)
    /// Nobody presented one.
    case none
    /// It can't be told whose it is: nothing is recorded.
    case ambiguous
}

/// A receipt that was presented at the door.
public final class PresentedConsent: Sendable {
    public let reference: SubjectReference
    /// CLOCK_MONOTONIC nanoseconds.
    let time: Int64

    init(_ reference: consuming SubjectReference, at time: Int64) {
        self.reference = reference
        self.time = time
    }
}
