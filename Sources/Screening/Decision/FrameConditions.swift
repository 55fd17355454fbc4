import Radiometry

/// What holds for every person at one frame.
struct FrameConditions: Sendable {
    var now: Int64
    var frame: Int
    /// Since the frame before, nanoseconds, at most half a second.
    var step: Int64
    /// Counts to kelvin.
    var countsPerKelvin: Double
    /// Apparent °C of a count: by the reference body where there is one, else by the camera's map; nil for raw data.
    var celsiusAtZero: Double?
    /// Why no temperature can be taken now.
    var obstacle: UndecidedReason?
    /// Standard uncertainty of the reference's mean, K.
    var referenceNoise: Double
    /// Whether a reference body stands behind `celsiusAtZero`.
    var byReference: Bool
    /// Narrowest head that is near enough, grid cells.
    var leastWidth: Int
    var binning: Int

    /// What a kelvin is taken for in raw 14-bit counts, only to look for people in them: nothing is measured by it.
    static let countsPerKelvinOfRaw = 50.0

    func celsius(_ counts: Double) -> Double { (celsiusAtZero ?? -273.15) + counts / countsPerKelvin }
}
