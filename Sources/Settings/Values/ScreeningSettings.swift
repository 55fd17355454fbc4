/// `[screening]`: the thresholds of a decision.
public struct ScreeningSettings: Hashable, Sendable {
    /// `elevated_skin_c`: skin at or above this is elevated, °C.
    public var elevatedSkin = 36.2
    /// `relative_c`: skin this far above the median of the people before is elevated, °C.
    public var relative = 0.6
    /// `room_c`: the room's temperature, °C, where it is known.
    public var room: Double?

    public init() {}
}
