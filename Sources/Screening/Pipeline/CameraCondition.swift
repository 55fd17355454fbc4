import Capture

/// What the camera's frames are good for now, and why not for more. The raw value is the code in logs and output.
public enum CameraCondition: String, CaseIterable, Hashable, Sendable {
    /// People are seen and measured.
    case ready
    /// The camera corrects itself (a flat-field correction): nothing is concluded from its frames.
    case correcting
    /// It has just corrected itself, was opened or came back: people are seen, nobody is measured.
    case settling
    /// It has not been powered long enough for its temperatures to be steady.
    case warmingUp = "warming-up"
    /// It repeats one and the same frame.
    case frozen
    /// Its counts are not temperatures.
    case rawCounts = "raw-counts"
    /// Its counts are temperatures in steps of 0.1 K, too coarse to measure.
    case tenthKelvin = "tenth-kelvin"
    /// It sends a picture whose contrast it sets by itself.
    case automaticContrast = "automatic-contrast"
    /// The scene's temperature is one that no door has: the counts mean something else.
    case implausible
    /// Its profile declares that it can't measure temperatures.
    case countOnly = "count-only"

    /// The condition in words, to follow "camera".
    public var words: String {
        switch self {
        case .ready: "ready"
        case .correcting: "correcting itself (flat-field correction)"
        case .settling: "settling"
        case .warmingUp: "warming up: nobody is measured yet"
        case .frozen: "frozen: it repeats one frame; pull its plug and put it in again"
        case .rawCounts:
            "delivers raw counts, not temperatures: nobody is measured; switch its temperature mode (TLinear) on"
        case .tenthKelvin:
            "delivers temperatures in steps of 0.1 K: nobody is measured; set its temperature mode (TLinear) to 0.01 K"
        case .automaticContrast:
            "delivers a picture with automatic contrast (AGC), not temperatures: nobody is measured; choose a 16-bit format"
        case .implausible:
            "delivers counts that are no temperatures of a door: nobody is measured; check camera.profile"
        case .countOnly: "counts people only: its profile can't measure temperatures"
        }
    }

    /// What a person in view is told while nobody can be measured; nil when somebody can.
    var obstacle: UndecidedReason? {
        switch self {
        case .ready: nil
        case .correcting, .settling, .warmingUp, .frozen: .cameraSettling
        case .rawCounts, .tenthKelvin, .automaticContrast, .implausible, .countOnly: .noTemperature
        }
    }

    /// The condition of a camera in a wrong mode.
    init(_ mode: WrongMode) {
        self =
            switch mode {
            case .raw: .rawCounts
            case .tenthKelvin: .tenthKelvin
            case .automaticContrast: .automaticContrast
            case .colourPicture, .implausible: .implausible
            }
    }
}
