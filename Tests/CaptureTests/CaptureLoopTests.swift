import CAllocationCount
import CLinux
import Capture
import Dispatch
import Glibc
import Synchronization
import Testing

@Suite("capture loop")
struct CaptureLoopTests {
    /// What a loop reported.
    private final class Report: Sendable {
        let ends = Mutex<[CaptureEnd]>([])
        let wakes = Atomic<Int>(0)
        private let over = DispatchSemaphore(value: 0)

        func end(_ end: CaptureEnd) {
            ends.withLock { $0.append(end) }
            over.signal()
        }

        /// Waits for the end, at most a minute.
        func waitForEnd() -> CaptureEnd? {
            _ = over.wait(timeout: .now() + 60)
            return ends.withLock { $0.first }
        }
    }

    /// Runs a script to its end.
    private func run(
        _ steps: [ScriptedSource.Step], capacity: Int = 64
    ) throws -> (end: CaptureEnd?, frames: [UInt64], counters: FrameCounters, wakes: Int) {
        let rings = Rings(capacity: capacity)
        let report = Report()
        let loop = try CaptureLoop(
            source: ScriptedSource(steps), attach: rings.attach,
            onFrame: { report.wakes.add(1, ordering: .relaxed) }, onEnd: { report.end($0) })
        let end = report.waitForEnd()
        loop.stop()
        var frames: [UInt64] = []
        let reader = try #require(rings.readers.first)
        while let number = reader.next({ header, pixels in
            pixels[7] == UInt16(truncatingIfNeeded: header.sequence) ? header.sequence : .max
        }) {
            frames.append(number)
        }
        #expect(report.ends.withLock { $0.count } == 1)
        return (end, frames, reader.counters.current, report.wakes.load(ordering: .relaxed))
    }

    @Test("every frame reaches the consumer and every lost one is counted by its cause")
    func losses() throws {
        let result = try run([
            .frame(100), .frame(101), .lost(.error), .notReady, .frame(103), .lost(.short), .lost(.short), .frame(109),
            .ended,
        ])
        #expect(result.end == .ended)
        #expect(result.frames == [100, 101, 103, 109])
        #expect(result.counters.error == 1)
        #expect(result.counters.short == 2)
        #expect(result.counters.gap == 3)
        #expect(result.counters.ringFull == 0)
        #expect(result.counters.numbered == 109 - 100 + 1)
        #expect(result.counters.isBalanced)
        #expect(result.wakes == 1)
    }

    @Test("with a full ring the source is drained and the newest frames are counted as dropped")
    func fullRing() throws {
        let result = try run((0..<50).map { .frame($0) } + [.frame(60), .ended], capacity: 4)
        #expect(result.end == .ended)
        #expect(result.frames == [0, 1, 2, 3])
        #expect(result.counters.ringFull == 47)
        #expect(result.counters.gap == 10)
        #expect(result.counters.numbered == 61)
        #expect(result.counters.isBalanced)
    }

    @Test("a failing source ends the loop with its error, after its good frames")
    func failure() throws {
        let result = try run([.frame(1), .frame(2), .failed])
        #expect(result.end == .failed(ScriptedSource.failure))
        #expect(result.frames == [1, 2])
    }

    @Test("stop ends a loop that waits for a silent source, at once and once")
    func stopsWhileWaiting() throws {
        let rings = Rings(capacity: 2)
        let report = Report()
        let loop = try CaptureLoop(
            source: ScriptedSource([], readable: false), attach: rings.attach, onFrame: {},
            onEnd: { report.end($0) })
        let before = FrameClock.monotonicNow()
        loop.stop()
        let took = FrameClock.monotonicNow() - before
        loop.stop()
        #expect(report.ends.withLock { $0 } == [.stopped])
        // The thread is over, not only told to be: its report is there. A second is generous for a loaded machine.
        #expect(took < 1_000_000_000)
    }

    @Test("stop ends a loop whose source never stops giving frames")
    func stopsWhileBusy() throws {
        let rings = Rings(capacity: 2)
        let report = Report()
        let loop = try CaptureLoop(
            source: EndlessSource(), attach: rings.attach, onFrame: {}, onEnd: { report.end($0) })
        loop.stop()
        #expect(report.ends.withLock { $0 } == [.stopped])
    }

    @Test("a loop that loses its owner stops")
    func dropped() throws {
        let rings = Rings(capacity: 2)
        let report = Report()
        _ = try CaptureLoop(
            source: ScriptedSource([], readable: false), attach: rings.attach, onFrame: {},
            onEnd: { report.end($0) })
        #expect(report.waitForEnd() == .stopped)
    }

    @Test("a source whose descriptor is broken fails instead of spinning")
    func brokenDescriptor() throws {
        let rings = Rings(capacity: 2)
        let report = Report()
        let loop = try CaptureLoop(
            source: BrokenSource(), attach: rings.attach, onFrame: {}, onEnd: { report.end($0) })
        guard case .failed(let error) = report.waitForEnd() else {
            Issue.record("the loop did not fail")
            return
        }
        #expect(error.cause.contains("hang-up"))
        loop.stop()
    }

    @Test("a ring of another frame size is refused")
    func wrongSize() {
        let rings = Rings(capacity: 2, pixelCount: 9)
        var refusal: CaptureError?
        do {
            _ = try CaptureLoop(
                source: ScriptedSource([]), attach: rings.attach, onFrame: {}, onEnd: { _ in })
        } catch {
            refusal = error
        }
        #expect(refusal?.what == "capture loop")
    }

    @Test("a source that was not opened gets its ring when it is, and a new ring with every new format")
    func formats() throws {
        let rings = Rings(capacity: 8)
        let report = Report()
        let loop = try CaptureLoop(
            source: ScriptedSource(
                [
                    .notReady, .opened(FrameSize(width: 4, height: 2)), .frame(5), .lost(.error), .frame(7),
                    .opened(FrameSize(width: 3, height: 5)), .frame(0), .frame(2), .ended,
                ], size: nil), attach: rings.attach, onFrame: { report.wakes.add(1, ordering: .relaxed) },
            onEnd: { report.end($0) })
        #expect(report.waitForEnd() == .ended)
        loop.stop()
        let frames = rings.readers.map { reader in
            var frames: [[Int]] = []
            while let frame = reader.next({ header, pixels in [Int(header.sequence), pixels.count] }) {
                frames.append(frame)
            }
            return frames
        }
        #expect(frames == [[[5, 8], [7, 8]], [[0, 15], [2, 15]]])
        for (reader, lost) in zip(rings.readers, [LossCause.error, .gap]) {
            let counters = reader.counters.current
            #expect(counters.lost == 1)
            #expect(counters.lost(lost) == 1)
            #expect(counters.isBalanced)
        }
        #expect(report.wakes.load(ordering: .relaxed) == 2)
    }

    @Test("the thread shows that it lives while its source is silent")
    func wakes() throws {
        let rings = Rings(capacity: 2)
        let alive = DispatchSemaphore(value: 0)
        let loop = try CaptureLoop(
            source: ScriptedSource([], size: nil, readable: false), attach: rings.attach, onFrame: {},
            onWake: { alive.signal() }, onEnd: { _ in })
        for _ in 0..<2 { #expect(alive.wait(timeout: .now() + 10) == .success) }
        loop.stop()
        #expect(rings.readers.isEmpty)
    }

    @Test("a source that does not come back is left alone after the time that was given")
    func stopsWithin() throws {
        let rings = Rings(capacity: 2)
        let held = HeldSource()
        let report = Report()
        let loop = try CaptureLoop(source: held, attach: rings.attach, onFrame: {}, onEnd: { report.end($0) })
        held.entered.wait()
        #expect(!loop.stop(within: .milliseconds(20)))
        loop.stop()
        #expect(report.ends.withLock { $0.isEmpty })
        held.released.signal()
        #expect(report.waitForEnd() == .stopped)
    }

    @Test("stop within a time reports a thread that is over")
    func stoppedWithin() throws {
        let rings = Rings(capacity: 2)
        let loop = try CaptureLoop(
            source: ScriptedSource([], readable: false), attach: rings.attach, onFrame: {}, onEnd: { _ in })
        #expect(loop.stop(within: .seconds(60)))
        #expect(loop.stop(within: .zero))
    }

    @Test("a consumer woken only when the ring was empty gets every frame of a paced source")
    func wakeUps() throws {
        let rings = Rings(capacity: 4)
        let queue = DispatchQueue(label: "consumer")
        let wake = Wake(queue)
        let report = Report()
        let drained = DispatchSemaphore(value: 0)
        wake.source.setEventHandler {
            for reader in rings.readers { while reader.next({ _, _ in }) != nil {} }
            drained.signal()
        }
        wake.source.activate()
        let loop = try CaptureLoop(
            source: EndlessSource(limit: 20_000), attach: rings.attach, onFrame: { wake.source.add(data: 1) },
            onEnd: { report.end($0) })
        #expect(report.waitForEnd() == .ended)
        loop.stop()
        let counters = try #require(rings.readers.first).counters
        // Without a lost wake-up the ring runs empty with no further frame.
        while counters.current.waiting > 0, drained.wait(timeout: .now() + 10) == .success {}
        let result = counters.current
        #expect(result.waiting == 0)
        #expect(result.numbered == 20_000)
        #expect(result.isBalanced)
        wake.source.cancel()
    }

    // The counter is not there under a sanitizer, which brings its own allocator.
    @Test(
        "in steady state a frame on its way through loop and ring allocates nothing",
        .enabled(if: lintel_allocations_counted(), "a sanitizer replaces the allocator"))
    func allocations() throws {
        let rings = Rings(capacity: 4)
        let source = try EndlessSource(limit: 3_000)
        let allocations = source.allocations
        let report = Report()
        let before = lintel_allocations_on_this_thread()
        let box = [UInt8](repeating: 1, count: Int(before % 7) + 100)
        #expect(lintel_allocations_on_this_thread() > before, "\(box.count) bytes were not counted")
        let loop = try CaptureLoop(
            source: source, attach: rings.attach, onFrame: { report.wakes.add(1, ordering: .relaxed) },
            onEnd: { report.end($0) })
        let reader = try #require(rings.readers.first)
        var consumed = 0
        var onConsumer: UInt64 = 0
        var isOver = false
        while true {
            let start = lintel_allocations_on_this_thread()
            let frame = reader.next({ _, pixels in Int(pixels[0]) })
            onConsumer += lintel_allocations_on_this_thread() - start
            if frame != nil { consumed += 1 }
            // A loop that was faster than this thread has left its last frames in the ring.
            if frame == nil, isOver { break }
            isOver = report.ends.withLock { !$0.isEmpty }
        }
        loop.stop()
        #expect(report.waitForEnd() == .ended)
        #expect(consumed > 0)
        #expect(onConsumer == 0)
        #expect(allocations.load() == 0)
    }
}

/// A dispatch source that any thread may add to: libdispatch's objects are thread-safe, which Linux does not declare.
private final class Wake: @unchecked Sendable {
    let source: any DispatchSourceUserDataAdd

    init(_ queue: DispatchQueue) {
        source = DispatchSource.makeUserDataAddSource(queue: queue)
    }
}

/// Gives frames as fast as they are taken; measures what its thread allocates from frame 100 on.
private final class EndlessSource: FrameSource {
    let format: FrameFormat? = FrameFormat(
        size: FrameSize(width: 4, height: 2), framesPerSecond: 9, countsMap: nil)
    let allocations = Count()
    private let clock: FrameClock
    private let limit: UInt64
    private var sequence: UInt64 = 0
    private var atWarm: UInt64 = 0

    final class Count: Sendable {
        private let value = Atomic<UInt64>(.max)

        func load() -> UInt64 { value.load(ordering: .acquiring) }
        func store(_ count: UInt64) { value.store(count, ordering: .releasing) }
    }

    init(limit: UInt64 = .max) throws {
        clock = try FrameClock(pace: .asFastAsPossible)
        self.limit = limit
    }

    var descriptor: Int32 { clock.descriptor }

    func dequeue(into pixels: inout MutableSpan<UInt16>) throws(CaptureError) -> Dequeued {
        if sequence == 100 { atWarm = lintel_allocations_on_this_thread() }
        if sequence == limit {
            allocations.store(lintel_allocations_on_this_thread() - atWarm)
            return .ended
        }
        guard clock.isDue() else { return .notReady }
        try clock.schedule(at: Int64(sequence))
        defer { sequence += 1 }
        for index in pixels.indices { pixels[index] = UInt16(truncatingIfNeeded: sequence) }
        return .frame(FrameHeader(sequence: sequence, timestamp: Int64(sequence)))
    }
}

/// Hangs in `dequeue`, as in a driver that does not answer.
private final class HeldSource: FrameSource, Sendable {
    let format: FrameFormat? = FrameFormat(
        size: FrameSize(width: 4, height: 2), framesPerSecond: 9, countsMap: nil)
    let entered = DispatchSemaphore(value: 0)
    let released = DispatchSemaphore(value: 0)
    private let event = eventfd(1, Int32(EFD_NONBLOCK))

    deinit {
        _ = close(event)
    }

    var descriptor: Int32 { event }

    func dequeue(into pixels: inout MutableSpan<UInt16>) throws(CaptureError) -> Dequeued {
        entered.signal()
        released.wait()
        return .notReady
    }
}

/// A descriptor that is not open.
private struct BrokenSource: FrameSource {
    let format: FrameFormat? = FrameFormat(
        size: FrameSize(width: 4, height: 2), framesPerSecond: 9, countsMap: nil)
    let descriptor = Int32.max

    mutating func dequeue(into pixels: inout MutableSpan<UInt16>) throws(CaptureError) -> Dequeued { .notReady }
}
