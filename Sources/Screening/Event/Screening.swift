import Radiometry

/// The measured outcome of one presentation.
public struct Screening: Hashable, Sendable {
    /// Track number, counted from 1 since the start; it says nothing about who it was.
    public var track: UInt32
    /// Nanoseconds on the source's clock.
    public var time: Int64
    /// Frames taken before the one that decided, counted from the source's first.
    public var frame: Int
    public var outcome: Outcome
    /// Skin temperature; `nil` when undecided.
    public var skin: Measurement?
    /// The reference temperature used, °C; `nil` without a reference body.
    public var reference: Double?
    /// Why it is undecided; `nil` otherwise.
    public var reason: UndecidedReason?
    /// The head, in upright pixels.
    public var box: PixelBox
    /// When the presentation began, nanoseconds on the source's clock; it ended at `time`.
    public var began: Int64
    /// Whether nobody else was seen together with this person, from coming into view to `time`. Who stands right behind
    /// somebody may not be seen.
    public var wasAlone: Bool

    /// - Parameter began: `time` where nothing is said.
    public init(
        track: UInt32, time: Int64, frame: Int, outcome: Outcome, skin: Measurement?, reference: Double?,
        reason: UndecidedReason?, box: PixelBox, began: Int64? = nil, wasAlone: Bool = false
    ) {
        self.track = track
        self.time = time
        self.frame = frame
        self.outcome = outcome
        self.skin = skin
        self.reference = reference
        self.reason = reason
        self.box = box
        self.began = began ?? time
        self.wasAlone = wasAlone
    }
}

/// The outcome of a screening.
public enum Outcome: String, CaseIterable, Hashable, Sendable {
    case normal
    case elevated
    case undecided
}
