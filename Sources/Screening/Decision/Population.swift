/// The skin temperatures of the last people measured: numbers in memory, nothing of whom they were.
///
/// Everybody measured counts, whatever the outcome. Leaving out who was elevated would keep the median where it was when
/// the camera or the weather has moved on, and then everybody is elevated for good; the few who are feverish hardly move
/// a median.
public struct Population: Sendable {
    /// How many people are remembered.
    public static let size = 20
    /// Fewer say nothing of what is usual.
    public static let least = 10

    private var values = InlineArray<20, Double>(repeating: 0)
    private var next = 0
    /// How many people are in it, at most `size`.
    public private(set) var count = 0

    public init() {}

    /// Takes one person's skin temperature, °C; the oldest of more than `size` is forgotten.
    public mutating func add(_ celsius: Double) {
        values[next] = celsius
        next = (next + 1) % Self.size
        count = min(Self.size, count + 1)
    }

    /// The median, °C; `nil` with fewer than `least` people.
    public var median: Double? {
        guard count >= Self.least else { return nil }
        let ordered = self.ordered
        let middle = count / 2
        return count.isMultiple(of: 2) ? (ordered[middle - 1] + ordered[middle]) / 2 : ordered[middle]
    }

    /// The values in rising order, in the first `count` places. Sorted by insertion: nothing is allocated.
    private var ordered: InlineArray<20, Double> {
        var ordered = values
        for index in 0..<count {
            var place = index
            while place > 0, ordered[place - 1] > values[index] {
                ordered[place] = ordered[place - 1]
                place -= 1
            }
            ordered[place] = values[index]
        }
        return ordered
    }
}
