/// The affine map from a camera's counts to apparent temperature: kelvin = counts × scale + offset.
public struct CountsMap: Hashable, Sendable {
    /// Kelvin per count, greater than zero.
    public let scale: Double
    /// Kelvin at zero counts.
    public let offset: Double

    public init(scale: Double, offset: Double) {
        self.scale = scale
        self.offset = offset
    }

    /// FLIR Lepton and Boson, TLinear at 0.01 K a count.
    public static let tlinear100 = CountsMap(scale: 0.01, offset: 0)
    /// FLIR Lepton, TLinear at 0.1 K a count.
    public static let tlinear10 = CountsMap(scale: 0.1, offset: 0)

    /// The apparent temperature of a count value, °C.
    public func celsius(_ counts: Double) -> Double { counts * scale + offset - 273.15 }

    /// The count value of an apparent temperature in °C; not rounded and not limited to 16 bits.
    public func counts(celsius: Double) -> Double { (celsius + 273.15 - offset) / scale }
}
