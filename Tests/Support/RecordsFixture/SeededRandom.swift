import Records
import Synchronization

/// SplitMix64: the same seed gives the same numbers.
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Random bytes of a seed.
public final class SeededRandom: RandomSource {
    private let generator: Mutex<SeededGenerator>

    public init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

    public func fill(_ bytes: inout MutableSpan<UInt8>) {
        for index in bytes.indices {
            bytes[index] = generator.withLock { UInt8(truncatingIfNeeded: $0.next() >> 24) }
        }
    }
}
