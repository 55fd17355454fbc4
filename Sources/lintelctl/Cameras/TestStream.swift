import Capture
import Dispatch
import Synchronization

/// What the capture thread of a camera's test tells the thread that waits for it.
final class TestStream: Sendable {
    private struct Account {
        var ring: TestRing?
        var failure: CaptureError?
        var isOver = false
    }

    private let account = Mutex(Account())
    private let news = DispatchSemaphore(value: 0)

    /// The frames of the format that the camera had first; another one ends the test.
    var ring: TestRing? { account.withLock(\.ring) }

    /// Why the camera can't be tested, where that is known.
    var failure: CaptureError? { account.withLock(\.failure) }

    /// Whether no further frame can come.
    var isOver: Bool { account.withLock(\.isOver) }

    /// Waits until something happened.
    func wait(until deadline: DispatchTime) { _ = news.wait(timeout: deadline) }

    // MARK: On the capture thread

    func wake() { news.signal() }

    func attach(_ format: FrameFormat) -> FrameProducer {
        let ring = FrameRing(capacity: 64, pixelCount: format.size.pixelCount)
        let counters = ring.counters
        let reader = TestRing(format: format, counters: counters, consumer: ring.consumer)
        account.withLock { account in
            if account.ring == nil { account.ring = reader } else { account.isOver = true }
        }
        news.signal()
        return ring.producer
    }

    func enter(_ state: CameraState) {
        StandardError.write(state.words + "\n")
        switch state {
        case .opening, .streaming, .stalled: return
        case .absent(let why):
            fail(
                CaptureError(what: "no camera to test", cause: why, remedy: "`lintelctl cameras` lists what is there."))
        case .reopening(let why):
            fail(
                CaptureError(
                    what: "the camera can't be tested", cause: why,
                    remedy: "Stop what uses it, such as a running linteld, or unplug it and plug it in again."))
        case .unusable(let error): fail(error)
        }
    }

    func end(_ end: CaptureEnd) {
        account.withLock { $0.isOver = true }
        if case .failed(let error) = end { fail(error) } else { news.signal() }
    }

    private func fail(_ error: CaptureError) {
        account.withLock { $0.failure = error }
        news.signal()
    }
}

/// The frames of one format on their way from the capture thread.
final class TestRing: Sendable {
    let format: FrameFormat
    private let counter: FrameCounterReader
    private let consumer: Mutex<FrameConsumer>

    init(format: FrameFormat, counters: FrameCounterReader, consumer: consuming FrameConsumer) {
        self.format = format
        counter = counters
        self.consumer = Mutex(consumer)
    }

    var counters: FrameCounters { counter.current }

    /// Hands on every frame that waits.
    func drain(_ body: (FrameHeader, Span<UInt16>) -> Void) {
        consumer.withLock { consumer in
            while consumer.withNextFrame({ header, pixels in body(header, pixels) }) != nil {}
        }
    }
}
