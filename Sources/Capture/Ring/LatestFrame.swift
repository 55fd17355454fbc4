import Synchronization

/// The latest picture for whoever watches: a triple buffer from one thread to another.
///
/// While nobody watches, `LatestFrameWriter.publish` costs one relaxed load and its closure does not run. The writer
/// never waits; a reader that is slow misses pictures, never gets a torn one. Nothing is allocated after `init`.
@frozen
public struct LatestFrame<Element: FixedWidthInteger & BitwiseCopyable & Sendable>: ~Copyable, Sendable {
    /// The end that writes pictures.
    public var writer: LatestFrameWriter<Element>
    /// The end that reads the latest.
    public var reader: LatestFrameReader<Element>

    /// - Parameter count: elements in a picture, at least 1.
    public init(count: Int) {
        let storage = LatestFrameStorage<Element>(count: max(1, count))
        writer = LatestFrameWriter(storage)
        reader = LatestFrameReader(storage)
    }
}

/// The end that writes pictures; owned by one thread at a time.
public struct LatestFrameWriter<Element: FixedWidthInteger & BitwiseCopyable & Sendable>: ~Copyable, Sendable {
    private let storage: LatestFrameStorage<Element>
    private var back = 0

    init(_ storage: LatestFrameStorage<Element>) {
        self.storage = storage
    }

    /// Whether somebody watches.
    public var isWatched: Bool { storage.watched.load(ordering: .relaxed) }

    /// Writes a picture when somebody watches.
    ///
    /// - Parameter write: gets all elements, with old content.
    /// - Returns: whether a picture was written.
    @discardableResult
    public mutating func publish(_ header: FrameHeader, _ write: (inout MutableSpan<Element>) -> Void) -> Bool {
        guard isWatched else { return false }
        storage.write(back, header, write)
        back = storage.exchange(back, fresh: true)
        return true
    }
}

/// The end that reads the latest picture; owned by one thread at a time.
public struct LatestFrameReader<Element: FixedWidthInteger & BitwiseCopyable & Sendable>: ~Copyable, Sendable {
    private let storage: LatestFrameStorage<Element>
    private var front = 2

    init(_ storage: LatestFrameStorage<Element>) {
        self.storage = storage
    }

    /// Starts or ends watching. A picture of an earlier watch is forgotten.
    public mutating func watch(_ watching: Bool) {
        if watching, storage.isFresh { front = storage.exchange(front, fresh: false) }
        storage.watched.store(watching, ordering: .relaxed)
    }

    /// Lends the latest picture to the closure.
    ///
    /// - Returns: `nil` when there is none since the last call.
    public mutating func withLatest<Result>(_ body: (FrameHeader, Span<Element>) -> Result) -> Result? {
        guard storage.isFresh else { return nil }
        front = storage.exchange(front, fresh: false)
        return storage.read(front, body)
    }
}
