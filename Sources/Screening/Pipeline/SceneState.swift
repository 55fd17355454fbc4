import Radiometry

/// What the screening stage sees at this frame: for the live picture, `--trace` and status. Holds no history.
public struct SceneState: Sendable {
    /// The state of the reference body.
    public var reference = ReferenceState.searching
    /// Where it is, in upright pixels, when it is tracked.
    public var disc: Disc?
    /// What the camera's frames are good for.
    public var camera = CameraCondition.settling
    /// The people in view.
    public var people: [PersonState] = []

    public init() {}
}

/// One tracked person at this frame.
public struct PersonState: Sendable {
    public var track: UInt32
    /// The head in upright pixels.
    public var head: PixelBox
    /// Where the person is in the screener's state table.
    public var state: PersonPhase
    /// What to tell the person while nothing is decided.
    public var prompt: UndecidedReason?
    /// The outcome, once there is one.
    public var outcome: Outcome?
    /// The reading, once there is one.
    public var skin: Measurement?
    /// What this frame alone shows of the face, where it can be measured in it.
    public var sample: Sample?

    public init(
        track: UInt32, head: PixelBox, state: PersonPhase, prompt: UndecidedReason?, outcome: Outcome?,
        skin: Measurement?, sample: Sample? = nil
    ) {
        self.track = track
        self.head = head
        self.state = state
        self.prompt = prompt
        self.outcome = outcome
        self.skin = skin
        self.sample = sample
    }
}

/// The states of the screener's table.
public enum PersonPhase: String, CaseIterable, Hashable, Sendable {
    /// In view, not facing the camera near enough.
    case inView = "in-view"
    /// Facing the camera near enough to measure.
    case presenting
    /// Samples of the face are being taken.
    case measuring
    /// The outcome is final.
    case decided
}
