import Foundation

/// Times of one kind of call.
struct Timings {
    private var durations: [Duration] = []

    mutating func measure(_ body: () throws -> Void) rethrows {
        let begin = ContinuousClock.now
        try body()
        durations.append(ContinuousClock.now - begin)
    }

    func percentile(_ percent: Int) -> Duration {
        let sorted = durations.sorted()
        return sorted.isEmpty ? .zero : sorted[min(sorted.count - 1, sorted.count * percent / 100)]
    }

    /// Such as "p50 1.204 ms, p99 3.310 ms, longest 20.100 ms".
    var words: String {
        "p50 \(Self.words(percentile(50))), p99 \(Self.words(percentile(99))), longest \(Self.words(percentile(100)))"
    }

    static func words(_ duration: Duration) -> String {
        let milliseconds = Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) / 1e15
        return String(format: "%.3f ms", milliseconds)
    }

    /// How long one call takes.
    static func time(_ body: () throws -> Void) rethrows -> Duration {
        let begin = ContinuousClock.now
        try body()
        return ContinuousClock.now - begin
    }
}

/// Lines for who runs a long proof by hand.
enum ProofReport {
    static func say(_ line: String) { FileHandle.standardError.write(Data("proof: \(line)\n".utf8)) }
}
