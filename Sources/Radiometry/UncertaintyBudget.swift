/// What makes a reading uncertain, and how much: standard uncertainties in °C, combined in quadrature, times two.
///
/// | contribution | standard uncertainty | source |
/// | --- | --- | --- |
/// | reference temperature | configured expanded uncertainty / 2 | its certificate |
/// | reading of the reference | standard deviation in the disc / √pixels | measured every frame |
/// | reading of the face | spread of the samples / √samples | measured every presentation |
/// | uniformity between reference and face | 0.06 | a Lepton's residual shading within seconds, half the 0.2 °C of IEC 80601-2-59 as a rectangle |
/// | reflected temperature | (1−ε) × half-width / √3 | rectangle of ±5 °C, or ±1 °C where `room_c` is set |
/// | emissivity | 0.005 × (skin − reflected) | Steketee 1973 |
/// | size of source | 0.3 × the correction made | `SizeOfSource` |
///
/// Without a reference the camera's own accuracy, ±5 °C (Lepton 3.5 datasheet), stands for the first four.
public struct UncertaintyBudget: Hashable, Sendable {
    public var reference: Double
    public var referenceReading: Double
    public var faceReading: Double
    public var uniformity = 0.06
    public var reflected: Double
    public var emissivity: Double
    public var sizeOfSource: Double

    /// The camera's own accuracy as an expanded uncertainty, °C.
    public static let cameraAccuracy = 5.0

    public init(
        reference: Double, referenceReading: Double, faceReading: Double, sizeOfSource: Double, skin: Double,
        reflected: Double,
        reflectedHalfWidth: Double
    ) {
        self.reference = reference
        self.referenceReading = referenceReading
        self.faceReading = faceReading
        self.sizeOfSource = sizeOfSource
        self.reflected = (1 - SkinTemperature.emissivity) * reflectedHalfWidth / 3.0.squareRoot()
        self.emissivity = SkinTemperature.emissivityUncertainty * abs(skin - reflected)
    }

    /// The expanded uncertainty (k=2), °C.
    public var expanded: Double {
        let parts = [reference, referenceReading, faceReading, uniformity, reflected, emissivity, sizeOfSource]
        return 2 * parts.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
}
