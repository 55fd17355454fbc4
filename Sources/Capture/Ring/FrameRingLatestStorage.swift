import Synchronization

/// Three buffers and the number of the one in the middle.
///
/// Invariant, on which the unsafe uses rest: the writer's `back`, the reader's `front` and the number in `middle` are
/// always 0, 1 and 2 in some order, because each side only swaps its own number with the middle one. So no buffer is
/// used by both sides, and the exchange (acquire and release) hands its content over.
@safe final class LatestFrameStorage<Element: FixedWidthInteger & BitwiseCopyable & Sendable>: @unchecked Sendable {
    let watched = Atomic<Bool>(false)
    private let middle = Atomic<Int>(1)
    private let elements: UnsafeMutablePointer<Element>
    private let headers: UnsafeMutablePointer<FrameHeader>
    private let count: Int

    private static var freshBit: Int { 4 }

    init(count: Int) {
        self.count = count
        unsafe elements = .allocate(capacity: 3 * count)
        unsafe elements.initialize(repeating: 0, count: 3 * count)
        unsafe headers = .allocate(capacity: 3)
        unsafe headers.initialize(repeating: FrameHeader(sequence: 0, timestamp: 0), count: 3)
    }

    deinit {
        // Both hold trivial types.
        unsafe elements.deallocate()
        unsafe headers.deallocate()
    }

    var isFresh: Bool { middle.load(ordering: .relaxed) & Self.freshBit != 0 }

    /// Swaps the caller's buffer with the one in the middle.
    func exchange(_ own: Int, fresh: Bool) -> Int {
        middle.exchange(fresh ? own | Self.freshBit : own, ordering: .acquiringAndReleasing) & 3
    }

    func write(_ buffer: Int, _ header: FrameHeader, _ body: (inout MutableSpan<Element>) -> Void) {
        // In bounds: buffer is 0, 1 or 2. `self` outlives the call, and the span can't escape it.
        unsafe headers[buffer] = header
        var span = unsafe MutableSpan(_unsafeStart: elements + buffer * count, count: count)
        body(&span)
    }

    func read<Result>(_ buffer: Int, _ body: (FrameHeader, Span<Element>) -> Result) -> Result {
        // As above.
        let span = unsafe Span(_unsafeStart: UnsafePointer(elements + buffer * count), count: count)
        return unsafe body(headers[buffer], span)
    }
}
