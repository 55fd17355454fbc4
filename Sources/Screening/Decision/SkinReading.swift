import Radiometry
import Settings

/// What the samples of a face say of the skin's temperature, and how sure that is.
struct SkinReading: Sendable {
    private let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    /// The reading of the best samples, emissivity corrected, with its uncertainty.
    func measure(_ all: SampleWindow) -> Measurement {
        let samples = all.best
        let reflected = settings.screening.room ?? SkinTemperature.defaultReflected
        let skin = SkinTemperature.celsius(apparent: samples.median, reflected: reflected)
        let budget = UncertaintyBudget(
            reference: samples.byReference
                ? settings.reference.uncertainty / 2 : UncertaintyBudget.cameraAccuracy / 2,
            referenceReading: samples.referenceNoise,
            faceReading: samples.spread / Double(max(1, samples.count)).squareRoot(),
            sizeOfSource: SizeOfSource.relativeUncertainty * samples.correction, skin: skin, reflected: reflected,
            reflectedHalfWidth: settings.screening.room == nil ? SkinTemperature.defaultReflectedHalfWidth : 1)
        return Measurement(celsius: skin, uncertainty: budget.expanded)
    }
}

extension Sample {
    /// What a frame shows of a face, the size of the source corrected.
    init(_ head: Head, movement: Double, _ conditions: FrameConditions) {
        self.init()
        let reading = conditions.celsius(head.face.warmest)
        correction = SizeOfSource.correction(
            excess: reading - conditions.celsius(head.face.skin), headWidth: Double(head.width),
            binning: conditions.binning)
        kelvin = reading + correction
        byReference = conditions.byReference
        referenceNoise = conditions.referenceNoise
        width = head.width
        areEyesCovered = head.face.eyeCover >= FaceRule.leastEyeCover
        self.movement = movement
    }
}
