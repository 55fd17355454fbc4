/// SplitMix64: a small, fast generator whose whole sequence follows from its seed.
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
public struct RandomGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A generator of its own for one purpose, so that drawing more for one thing does not change another.
    mutating func fork() -> RandomGenerator { RandomGenerator(seed: next()) }

    /// A value drawn evenly from a range.
    mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        let unit = Double(next() >> 11) * 0x1p-53
        return range.lowerBound + unit * (range.upperBound - range.lowerBound)
    }

    /// True with the given probability.
    mutating func chance(_ probability: Double) -> Bool { uniform(0...1) < probability }

    /// A draw from a distribution of mean 0 and standard deviation 1.
    ///
    /// The sum of four even 16-bit draws: close to normal within three standard deviations and never beyond 3.5.
    mutating func gaussian() -> Float {
        let bits = next()
        let sum =
            Int32(truncatingIfNeeded: bits & 0xFFFF) &+ Int32(truncatingIfNeeded: (bits >> 16) & 0xFFFF)
            &+ Int32(truncatingIfNeeded: (bits >> 32) & 0xFFFF) &+ Int32(truncatingIfNeeded: bits >> 48)
        // Four even draws over 65536 values have a mean of 131070 and a standard deviation of 65536 / sqrt(3).
        return (Float(sum) - 131_070) * (1.732_050_8 / 65_536)
    }
}
