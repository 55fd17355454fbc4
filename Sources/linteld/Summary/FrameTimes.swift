/// How long frames took, as a histogram of fixed size: 16 bins between two powers of two, so a quantile is right to
/// within 6 %. Allocates nothing after it was made.
package struct FrameTimes: Sendable {
    /// Frames at the start that aren't counted: caches are cold and the background is being learnt.
    static let warmUp = 20

    private var bins = [Int](repeating: 0, count: 64 * 16)
    private var seen = 0
    private(set) var counted = 0

    mutating func add(nanoseconds: Int) {
        seen += 1
        guard seen > Self.warmUp else { return }
        bins[Self.bin(of: max(nanoseconds, 1))] += 1
        counted += 1
    }

    /// The time in nanoseconds that this share of the frames stayed within; `nil` before there is any.
    func quantile(_ share: Double) -> Int? {
        guard counted > 0 else { return nil }
        let rank = max(1, Int((Double(counted) * share).rounded(.up)))
        var below = 0
        for (bin, count) in bins.enumerated() {
            below += count
            if below >= rank { return Self.middle(of: bin) }
        }
        return nil
    }

    private static func bin(of value: Int) -> Int {
        let power = value.bitWidth - 1 - value.leadingZeroBitCount
        let fraction = power >= 4 ? value >> (power - 4) & 15 : value << (4 - power) & 15
        return power * 16 + fraction
    }

    private static func middle(of bin: Int) -> Int {
        let (power, fraction) = (bin / 16, bin % 16)
        return Int(Double(1 << power) * (1 + (Double(fraction) + 0.5) / 16))
    }
}
