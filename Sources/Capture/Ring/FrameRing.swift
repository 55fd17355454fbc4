/// A bounded lock-free queue of frames from one thread to another.
///
/// Hand the producer to the capture thread and the consumer to the screening queue; both ends have one owner, so a
/// second writer or reader does not compile. A full ring drops the newest frame and counts it. Nothing is allocated
/// after `init`.
///
///     let ring = FrameRing(capacity: 16, pixelCount: format.size.pixelCount)
///     let counters = ring.counters
///     let stage = Stage(consumer: ring.consumer)
///     return ring.producer  // to the capture loop, which asked for a ring of this format
@frozen
public struct FrameRing: ~Copyable, Sendable {
    /// The end that writes frames.
    public var producer: FrameProducer
    /// The end that reads frames.
    public var consumer: FrameConsumer
    /// What both ends count, to be read from any thread.
    public let counters: FrameCounterReader

    /// Makes a ring with all its slots.
    ///
    /// - Parameters:
    ///   - capacity: frames that can wait, at least 1; choose at least a second's worth.
    ///   - pixelCount: counts in a frame, at least 1.
    ///   - firstIndex: the internal index of the first slot; other values than zero let tests cross the wrap-around.
    public init(capacity: Int, pixelCount: Int, firstIndex: UInt64 = 0) {
        let storage = FrameRingStorage(
            capacity: max(1, capacity), pixelCount: max(1, pixelCount), firstIndex: firstIndex)
        producer = FrameProducer(storage, firstIndex: firstIndex)
        consumer = FrameConsumer(storage, firstIndex: firstIndex)
        counters = FrameCounterReader(storage)
    }
}

/// Reads a ring's account from any thread.
public struct FrameCounterReader: Sendable {
    private let storage: FrameRingStorage

    init(_ storage: FrameRingStorage) {
        self.storage = storage
    }

    /// The counts now.
    public var current: FrameCounters { storage.counters }
}
