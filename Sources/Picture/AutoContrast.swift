/// Chooses which counts are black and which are white, from the picture itself.
///
/// The range follows percentiles, so a lamp or a dead pixel doesn't darken everything else, and follows them slowly,
/// so the picture doesn't flicker when somebody comes in.
public struct AutoContrast: Sendable {
    /// Share of the pixels that may be darker than black.
    public static let lowShare = 0.01
    /// Share of the pixels that may be lighter than white: small, because a far face is a small part of the picture.
    public static let highShare = 0.002
    /// Part of the way that the range moves towards a new frame's; about a second at 9 frames a second.
    public static let smoothing = 0.12
    /// Least counts between black and white, so that a blank wall isn't a picture of noise.
    public static let leastSpan = 100.0

    private var range: (low: Double, high: Double)?
    private var sorted: [UInt16] = []

    public init() {}

    /// Moves the range towards this picture's and maps the picture through it.
    ///
    /// - Parameter counts: at least one pixel.
    public mutating func indices(of counts: [UInt16]) -> [UInt8] {
        let (low, high) = adapt(to: counts)
        let factor = 255 / (high - low)
        return counts.map { UInt8(clamping: Int(((Double($0) - low) * factor).rounded())) }
    }

    private mutating func adapt(to counts: [UInt16]) -> (low: Double, high: Double) {
        sorted.removeAll(keepingCapacity: true)
        sorted.append(contentsOf: counts)
        sorted.sort()
        let last = Double(sorted.count - 1)
        let low = Double(sorted[Int(last * Self.lowShare)])
        let high = max(Double(sorted[Int((last * (1 - Self.highShare)).rounded())]), low + Self.leastSpan)
        guard let old = range else {
            range = (low, high)
            return (low, high)
        }
        let moved = (
            low: old.low + (low - old.low) * Self.smoothing, high: old.high + (high - old.high) * Self.smoothing
        )
        range = moved
        return moved
    }
}
