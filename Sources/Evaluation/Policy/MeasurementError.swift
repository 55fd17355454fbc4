import Glibc

/// An error of a camera, laid upon a table to see what becomes of a policy under it.
public struct MeasurementError: Hashable, Sendable {
    /// The same for everybody, °C.
    public var bias = 0.0
    /// Standard deviation of a normal error of each reading, °C.
    public var noise = 0.0
    /// Standard deviation of what the camera's level changes by from one person to the next (a random walk), °C.
    public var drift = 0.0

    public init(bias: Double = 0, noise: Double = 0, drift: Double = 0) {
        self.bias = bias
        self.noise = noise
        self.drift = drift
    }

    /// Whether it is another one each time.
    public var isRandom: Bool { noise > 0 || drift > 0 }

    /// The people as a camera with this error measures them.
    public func measured(_ people: [MeasuredPerson], using generator: inout some RandomNumberGenerator)
        -> [MeasuredPerson]
    {
        var level = bias
        return people.map { person in
            var copy = person
            if drift > 0 { level += drift * normal(using: &generator) }
            copy.skin += level
            if noise > 0 { copy.skin += noise * normal(using: &generator) }
            return copy
        }
    }

    /// A draw from the standard normal distribution (Box and Muller, Annals of Mathematical Statistics 29 (1958) 610).
    private func normal(using generator: inout some RandomNumberGenerator) -> Double {
        let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &generator))).squareRoot()
        return radius * cos(2 * Double.pi * Double.random(in: 0..<1, using: &generator))
    }
}
