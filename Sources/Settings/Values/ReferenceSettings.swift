/// `[reference]`: the reference body (a blackbody of known temperature in view).
public struct ReferenceSettings: Hashable, Sendable {
    /// `mode`: whether temperatures may be measured without it.
    public var mode = Mode.required
    /// `temperature_c`: what the body is set to, °C.
    public var temperature = 35.0
    /// `uncertainty_c`: the expanded uncertainty (k=2) of that temperature, °C.
    public var uncertainty = 0.2
    /// `region`: where to look for it.
    public var region = Region.automatic

    public init() {}

    public enum Mode: String, CaseIterable, Hashable, Sendable {
        /// No reference body in view: nobody is measured.
        case required
        /// Used when it is in view; without it readings carry the camera's own uncertainty.
        case optional
        /// There is none.
        case none
    }

    public enum Region: Hashable, Sendable {
        /// "auto": found by itself anywhere in the picture.
        case automatic
        /// `{ x, y, radius }`: a disc in upright pixels.
        case disc(x: Double, y: Double, radius: Double)
    }
}
