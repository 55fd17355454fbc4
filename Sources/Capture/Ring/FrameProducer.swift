import Synchronization

/// The end of a ring that writes frames; owned and used by one thread at a time.
public struct FrameProducer: ~Copyable, Sendable {
    /// What became of a slot that was offered.
    public enum Publication: Hashable, Sendable {
        /// The frame waits for the consumer, which must be woken when the ring was empty before.
        case published(wasEmpty: Bool)
        /// The ring was full: the frame is dropped and counted.
        case ringFull
        /// No frame was written.
        case nothing
    }

    private let storage: FrameRingStorage
    private var next: UInt64
    /// `read` as last seen: looking at the consumer's line is only needed when the ring seems full.
    private var seenRead: UInt64
    private var expected: Expected?

    /// Where the numbering goes on.
    private struct Expected {
        var sequence: UInt64
        var formatGeneration: UInt32
    }

    init(_ storage: FrameRingStorage, firstIndex: UInt64) {
        self.storage = storage
        next = firstIndex
        seenRead = firstIndex
    }

    /// Counts in a frame of this ring.
    public var pixelCount: Int { storage.pixelCount }

    /// What the ring has counted so far.
    public var counters: FrameCounters { storage.counters }

    /// Offers a slot to write a frame to and publishes it when the closure returns a header.
    ///
    /// A full ring offers a slot too, so that the source can be drained; that frame is dropped and counted.
    /// Sequence numbers that were skipped count as `gap`; a number that runs backwards or a new format generation
    /// starts a new stream.
    ///
    /// - Parameter write: gets the ring's `pixelCount` counts, with old content; returns `nil` to write nothing.
    public mutating func withNextSlot<Failure: Error>(
        _ write: (inout MutableSpan<UInt16>) throws(Failure) -> FrameHeader?
    ) throws(Failure) -> Publication {
        let full = isFull()
        let slot = full ? storage.scratch : storage.slot(of: next)
        guard let header = try storage.withPixels(writing: slot, write) else { return .nothing }
        number(header)
        if full {
            storage.ringFull.addAlone(1)
            return .ringFull
        }
        storage.setHeader(of: slot, header)
        let published = next
        next &+= 1
        // Sequentially consistent with the consumer's store of `read` and load of `written`: either the consumer,
        // before it sleeps, sees this frame, or we see here that it took all before, and wake it.
        storage.written.store(next, ordering: .sequentiallyConsistent)
        seenRead = storage.read.load(ordering: .sequentiallyConsistent)
        return .published(wasEmpty: seenRead == published)
    }

    /// Counts frames that were lost at the source; each used a sequence number.
    public mutating func lose(_ cause: LossCause, count: UInt64 = 1) {
        storage.numbered.addAlone(count)
        expected?.sequence &+= count
        switch cause {
        case .ringFull: storage.ringFull.addAlone(count)
        case .error: storage.error.addAlone(count)
        case .short: storage.short.addAlone(count)
        case .gap: storage.gap.addAlone(count)
        }
    }

    private mutating func isFull() -> Bool {
        if next &- seenRead < storage.capacity { return false }
        seenRead = storage.read.load(ordering: .acquiring)
        return next &- seenRead >= storage.capacity
    }

    /// Accounts for the frame's sequence number and those skipped before it.
    private mutating func number(_ header: FrameHeader) {
        if let expected, expected.formatGeneration == header.formatGeneration,
            header.sequence > expected.sequence
        {
            let skipped = header.sequence &- expected.sequence
            storage.gap.addAlone(skipped)
            storage.numbered.addAlone(skipped)
        }
        storage.numbered.addAlone(1)
        expected = Expected(sequence: header.sequence &+ 1, formatGeneration: header.formatGeneration)
    }
}
