/// Total radiance in units of (100 K)⁴: temperatures mix in a pixel as radiance, not as degrees.
///
/// A radiometric camera reports the temperature of a black body of the same radiance. A real surface of emissivity e
/// sends e·T⁴ + (1 - e)·Tr⁴, with Tr the temperature it reflects (reference: FLIR, "The ultimate infrared handbook",
/// measurement formula; the band radiance is taken as proportional to T⁴).
enum Radiance {
    /// Emissivity of human skin.
    static let skinEmissivity: Float = 0.98

    /// The radiance of a black body, °C.
    @inline(__always)
    static func blackBody(_ celsius: Float) -> Float {
        let t = (celsius + 273.15) * 0.01
        let square = t * t
        return square * square
    }

    /// The temperature of the black body of that radiance, °C.
    @inline(__always)
    static func celsius(_ radiance: Float) -> Float {
        max(0, radiance).squareRoot().squareRoot() * 100 - 273.15
    }

    /// The temperature that a camera shows for a surface of the given emissivity, °C.
    static func apparent(_ celsius: Double, reflected: Double, emissivity: Double = 0.98) -> Double {
        func fourth(_ value: Double) -> Double { value * value * value * value }
        let sum = emissivity * fourth(celsius + 273.15) + (1 - emissivity) * fourth(reflected + 273.15)
        return sum.squareRoot().squareRoot() - 273.15
    }
}
