/// Turns an apparent temperature of skin into the skin's own.
public enum SkinTemperature {
    /// Emissivity of human skin in the long-wave infrared (Steketee 1973; ISO/TR 13154).
    public static let emissivity = 0.98
    /// Standard uncertainty of that emissivity.
    public static let emissivityUncertainty = 0.005
    /// Reflected temperature where the room's is not configured, °C, and its half-width, °C.
    public static let defaultReflected = 23.0
    public static let defaultReflectedHalfWidth = 5.0

    /// The temperature of a grey body from its apparent temperature: T = ((Tₐ⁴ − (1−ε)·Tᵣ⁴) / ε)^¼, in kelvin.
    ///
    /// - Parameters: °C, both.
    public static func celsius(apparent: Double, reflected: Double) -> Double {
        let apparentPower = power4(apparent + 273.15)
        let reflectedPower = power4(reflected + 273.15)
        let own = max(0, (apparentPower - (1 - emissivity) * reflectedPower) / emissivity)
        return own.squareRoot().squareRoot() - 273.15
    }

    private static func power4(_ kelvin: Double) -> Double { kelvin * kelvin * kelvin * kelvin }
}
