import Capture

/// Recognises the meaning of a camera's counts from the frames themselves.
///
/// A Lepton says nothing in its pixels of whether TLinear is on. The median of an indoor scene tells the three cases
/// apart: 0.01 K a count lies near 29,500, 0.1 K near 2,950, raw 14-bit data below 16,384 elsewhere. The ranges are
/// those of a scene between 2 °C and 57 °C (Lepton datasheet, radiometry modes).
public enum RadiometricMode: Hashable, Sendable {
    /// Counts are a temperature through this map.
    case temperature(CountsMap)
    /// Raw data: people can be counted, nobody can be measured.
    case raw

    /// The mode of a frame whose median is `median` counts.
    public static func recognise(median: UInt16) -> RadiometricMode {
        switch median {
        case 27_500...33_000: .temperature(.tlinear100)
        case 2_750...3_300: .temperature(.tlinear10)
        default: .raw
        }
    }
}
