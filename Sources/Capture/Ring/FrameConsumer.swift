import Synchronization

/// The end of a ring that reads frames; owned and used by one thread or serial queue at a time.
///
/// When woken, read until `withNextFrame` returns `nil`: only a ring that was empty wakes again.
public struct FrameConsumer: ~Copyable, Sendable {
    private let storage: FrameRingStorage
    private var next: UInt64
    /// `written` as last seen: looking at the producer's line is only needed when the ring seems empty.
    private var seenWritten: UInt64

    init(_ storage: FrameRingStorage, firstIndex: UInt64) {
        self.storage = storage
        next = firstIndex
        seenWritten = firstIndex
    }

    /// What the ring has counted so far.
    public var counters: FrameCounters { storage.counters }

    /// Lends the oldest frame to the closure and then gives its slot back, also when the closure throws.
    ///
    /// - Returns: what the closure returned; `nil` when the ring is empty.
    public mutating func withNextFrame<Result, Failure: Error>(
        _ body: (FrameHeader, Span<UInt16>) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        if next == seenWritten {
            // Pairs with the producer's sequentially consistent store; see `FrameProducer.withNextSlot`.
            seenWritten = storage.written.load(ordering: .sequentiallyConsistent)
            if next == seenWritten { return nil }
        }
        defer { giveBack() }
        let slot = storage.slot(of: next)
        let header = storage.header(of: slot)
        return try storage.withPixels(reading: slot) { (pixels) throws(Failure) in try body(header, pixels) }
    }

    private mutating func giveBack() {
        next &+= 1
        storage.delivered.addAlone(1)
        storage.read.store(next, ordering: .sequentiallyConsistent)
    }
}
