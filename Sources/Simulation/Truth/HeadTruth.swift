/// Where a head is at a moment.
public struct HeadTruth: Hashable, Codable, Sendable {
    /// Index into `Truth.people`.
    public var person: Int
    /// The head (skull and jaw), upright pixels with fractions; it may reach beyond the picture.
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double
    /// How far the face is turned away from the camera, degrees: 0 looks into the lens.
    public var yaw: Double
    /// How far it is nodded down (above zero) or up, degrees, against looking into the lens.
    public var pitch: Double
    /// The share of the head that nothing hides and that is in the picture, 0 to 1.
    public var visible: Double
    /// From the camera to the middle of the head, metres.
    public var distance: Double
    /// Whether the whole box is in the picture.
    public var isInFrame: Bool
}
