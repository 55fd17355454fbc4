/// When a person counts as presenting: facing the camera near enough to be measured.
public struct PresentationRule: Hashable, Codable, Sendable {
    /// Least width of the head, as a share of the picture's shorter side (24 of 120 pixels).
    public var minimumWidth = 0.2
    /// Degrees, to either side.
    public var maximumYaw = 30.0
    public var maximumPitch = 30.0
    /// The share that may be hidden.
    public var maximumCovered = 0.3
    /// Seconds without a break; breaks shorter than `bridgedBreak` do not count.
    public var minimumDuration = 0.8
    public var bridgedBreak = 0.25

    public init() {}

    /// Whether a head satisfies the rule at a moment, in a picture whose shorter side has that many pixels.
    ///
    /// What lies outside the picture counts as covered, as what somebody else hides does.
    public func isMet(by head: HeadTruth, shortSide: Int) -> Bool {
        head.width >= minimumWidth * Double(shortSide) && abs(head.yaw) <= maximumYaw
            && abs(head.pitch) <= maximumPitch && 1 - head.visible <= maximumCovered
    }
}
