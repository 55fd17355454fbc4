import Synchronization

/// The shared state of a ring: slots, indices and counts.
///
/// Invariants, on which the two `@unchecked` and unsafe uses rest:
/// - `written` is stored by the producer only, `read` by the consumer only; both only grow (and wrap around).
/// - 0 <= written - read <= capacity <= slotCount, and slotCount is a power of two, so that `index & mask` names
///   the same slot across the wrap-around.
/// - The slots [read, written) belong to the consumer, all others to the producer; slot `slotCount` is the
///   producer's scratch and never published. The release of an index hands over what it passes.
@safe final class FrameRingStorage: @unchecked Sendable {
    let capacity: UInt64
    let pixelCount: Int

    private let mask: UInt64
    private let slotBytes: Int
    private let memory: UnsafeMutableRawPointer

    /// The line size that keeps two cores from fetching each other's data, with the neighbour line that is fetched
    /// ahead.
    private static let line = 128
    private typealias Padding = InlineArray<16, UInt64>

    private let paddingBeforeWritten = Padding(repeating: 0)
    /// The producer's line.
    let written: Atomic<UInt64>
    let numbered = Atomic<UInt64>(0)
    let ringFull = Atomic<UInt64>(0)
    let error = Atomic<UInt64>(0)
    let short = Atomic<UInt64>(0)
    let gap = Atomic<UInt64>(0)
    private let paddingBeforeRead = Padding(repeating: 0)
    /// The consumer's line.
    let read: Atomic<UInt64>
    let delivered = Atomic<UInt64>(0)
    private let paddingAfterRead = Padding(repeating: 0)

    init(capacity: Int, pixelCount: Int, firstIndex: UInt64) {
        self.capacity = UInt64(capacity)
        self.pixelCount = pixelCount
        var slotCount = 1
        while slotCount < capacity { slotCount *= 2 }
        mask = UInt64(slotCount - 1)
        let frameBytes = pixelCount * MemoryLayout<UInt16>.stride
        slotBytes = Self.line + (frameBytes + Self.line - 1) / Self.line * Self.line
        written = Atomic(firstIndex)
        read = Atomic(firstIndex)
        unsafe memory = .allocate(byteCount: slotBytes * (slotCount + 1), alignment: Self.line)
        // A slot is a line with the header, then the pixels. Both are trivial types and every slot is initialised.
        precondition(MemoryLayout<FrameHeader>.stride <= Self.line)
        for slot in 0...slotCount {
            let start = unsafe memory + slot * slotBytes
            unsafe start.initializeMemory(as: FrameHeader.self, to: FrameHeader(sequence: 0, timestamp: 0))
            unsafe (start + Self.line).initializeMemory(as: UInt16.self, repeating: 0, count: pixelCount)
        }
    }

    deinit {
        unsafe memory.deallocate()
    }

    /// The number of the slot of an index.
    func slot(of index: UInt64) -> Int { Int(index & mask) }

    /// The producer's slot that is never published.
    var scratch: Int { Int(mask) + 1 }

    /// The header of a slot that the caller's side owns.
    func header(of slot: Int) -> FrameHeader {
        // In bounds: slot <= slotCount. Initialised in `init`, trivial.
        unsafe (memory + slot * slotBytes).assumingMemoryBound(to: FrameHeader.self).pointee
    }

    func setHeader(of slot: Int, _ header: FrameHeader) {
        // As above; called by the producer on its own slot.
        unsafe (memory + slot * slotBytes).assumingMemoryBound(to: FrameHeader.self).pointee = header
    }

    /// Lends the producer the pixels of its slot.
    func withPixels<Result, Failure: Error>(
        writing slot: Int, _ body: (inout MutableSpan<UInt16>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // In bounds: slot <= slotCount. `self` outlives the call, and the span can't escape it.
        let start = unsafe (memory + slot * slotBytes + Self.line).assumingMemoryBound(to: UInt16.self)
        var pixels = unsafe MutableSpan(_unsafeStart: start, count: pixelCount)
        return try body(&pixels)
    }

    /// Lends the consumer the pixels of its slot.
    func withPixels<Result, Failure: Error>(
        reading slot: Int, _ body: (Span<UInt16>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // As above; the producer does not touch the slot before the consumer moves `read` past it.
        let start = unsafe UnsafePointer((memory + slot * slotBytes + Self.line).assumingMemoryBound(to: UInt16.self))
        let pixels = unsafe Span(_unsafeStart: start, count: pixelCount)
        return try body(pixels)
    }

    var counters: FrameCounters {
        var counters = FrameCounters()
        // Read before `written`, so that the difference is never negative.
        let read = read.load(ordering: .acquiring)
        counters.delivered = delivered.load(ordering: .relaxed)
        counters.waiting = written.load(ordering: .acquiring) &- read
        counters.ringFull = ringFull.load(ordering: .relaxed)
        counters.error = error.load(ordering: .relaxed)
        counters.short = short.load(ordering: .relaxed)
        counters.gap = gap.load(ordering: .relaxed)
        counters.numbered = numbered.load(ordering: .relaxed)
        return counters
    }
}

extension Atomic where Value == UInt64 {
    /// Adds to a count that only the calling thread changes: no locked instruction is needed.
    func addAlone(_ amount: UInt64) {
        store(load(ordering: .relaxed) &+ amount, ordering: .relaxed)
    }
}
