/// The time between two frames, as a fraction of a second.
package struct VideoInterval: Hashable, Sendable {
    package var numerator: Int
    package var denominator: Int

    package init(numerator: Int, denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Frames a second; `nil` for a fraction that is no frame rate (outside 0.01 to 1000).
    package var framesPerSecond: Double? {
        guard numerator > 0, denominator > 0 else { return nil }
        let rate = Double(denominator) / Double(numerator)
        return (0.01...1000).contains(rate) ? rate : nil
    }
}
