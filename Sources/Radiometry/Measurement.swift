/// A temperature with its expanded uncertainty.
public struct Measurement: Hashable, Sendable {
    /// °C.
    public var celsius: Double
    /// Expanded uncertainty (k=2), °C.
    public var uncertainty: Double

    public init(celsius: Double, uncertainty: Double) {
        self.celsius = celsius
        self.uncertainty = uncertainty
    }
}
