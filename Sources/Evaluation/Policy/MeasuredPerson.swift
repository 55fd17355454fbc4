/// One line of a policy table: what was measured of somebody, and whether that person was febrile.
public struct MeasuredPerson: Hashable, Sendable {
    /// Skin temperature, °C.
    public var skin: Double
    /// The room's temperature at that time, °C, where it is known.
    public var ambient: Double?
    /// Whether a clinical thermometer said so.
    public var isFebrile: Bool

    public init(skin: Double, ambient: Double?, isFebrile: Bool) {
        self.skin = skin
        self.ambient = ambient
        self.isFebrile = isFebrile
    }
}
