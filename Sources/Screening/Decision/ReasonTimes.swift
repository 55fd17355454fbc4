/// How long each reason kept a presentation from being measured.
struct ReasonTimes: Sendable {
    /// Nanoseconds, in the order of `all`.
    private var times = InlineArray<9, Int64>(repeating: 0)

    private static let all: InlineArray<9, UndecidedReason> = [
        .tooFar, .turnedAway, .moving, .covered, .cold, .twoPeople, .referenceLost, .cameraSettling, .noTemperature,
    ]

    mutating func add(_ reason: UndecidedReason, _ nanoseconds: Int64) {
        for index in times.indices where Self.all[index] == reason { times[index] += nanoseconds }
    }

    /// The reason that held longest; of equals the first; nil when none held.
    var longest: UndecidedReason? {
        var best: Int?
        for index in times.indices where times[index] > best.map({ times[$0] }) ?? 0 { best = index }
        return best.map { Self.all[$0] }
    }
}
