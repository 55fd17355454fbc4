/// A mode in which a camera's counts are not the temperatures that its profile says they are.
public enum WrongMode: Hashable, Sendable {
    /// Raw 14-bit data.
    case raw
    /// 0.1 K a count instead of 0.01 K.
    case tenthKelvin
    /// A picture with automatic contrast, eight bits deep.
    case automaticContrast
    /// The half of the frame that is a picture in colour.
    case colourPicture
    /// Something else: the median is no temperature of a door.
    case implausible

    /// Recognises a wrong mode.
    ///
    /// The camera's own word counts most; else a median within `plausible` is right, and of the others the range of the
    /// counts tells what they are: 8 bits, 14 bits, an indoor scene at 0.1 K, or luminance with neutral colour above it.
    ///
    /// - Parameters:
    ///   - median: of the frame, counts.
    ///   - highest: count of the frame, defective pixels aside.
    ///   - map: what the counts are declared to mean.
    ///   - plausible: the medians, °C, that a scene may have.
    /// - Returns: `nil` where the counts are what they are declared to be.
    public static func recognise(
        median: UInt16, highest: UInt16, telemetry: FrameTelemetry? = nil, map: CountsMap,
        plausible: ClosedRange<Double>
    ) -> WrongMode? {
        if let telemetry {
            if telemetry.isContrastAutomatic { return .automaticContrast }
            switch telemetry.tlinear {
            case .off: return .raw
            case .tenthKelvin: return .tenthKelvin
            case .hundredthKelvin: break
            }
        }
        if plausible.contains(map.celsius(Double(median))) { return nil }
        if highest <= 255 { return .automaticContrast }
        if map == .tlinear100, plausible.contains(CountsMap.tlinear10.celsius(Double(median))) { return .tenthKelvin }
        if highest < 1 << 14 { return .raw }
        // The second byte of a pixel is a colour difference, near 128 where there is little colour.
        return (0x7000...0x8FFF).contains(median) ? .colourPicture : .implausible
    }

    /// What is wrong, to follow "the camera delivers", without a full stop.
    public var words: String {
        switch self {
        case .raw: "raw 14-bit counts, not temperatures (TLinear is off)"
        case .tenthKelvin: "temperatures in steps of 0.1 K, too coarse to measure (TLinear resolution)"
        case .automaticContrast: "a picture with automatic contrast (AGC, 8 bits), not temperatures"
        case .colourPicture: "a picture in colour, not temperatures"
        case .implausible: "counts that are no temperature of a door"
        }
    }

    /// What to do about it, a full sentence.
    public var remedy: String {
        switch self {
        case .raw:
            "Unplug the camera and plug it in again; if that does not help, switch TLinear on with its maker's program."
        case .tenthKelvin: "Set TLinear to 0.01 K with the maker's program."
        case .automaticContrast: "Choose a format of 16 bits: see what `lintelctl cameras` lists."
        case .colourPicture: "Name the profile that takes the half with the counts: see docs/cameras.md."
        case .implausible:
            "Check camera.profile and, for a generic one, kelvin_per_count, kelvin_at_zero and byte_order."
        }
    }
}
