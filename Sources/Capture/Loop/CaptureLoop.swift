/// Takes frames from a source into a ring, on its own thread, from `init` until the source ends, fails or `stop`.
///
/// The thread only ever waits in poll(2), on the source's descriptor and the stop event. It allocates nothing per
/// frame. When the ring is full the source is still drained, so that a slow consumer never stalls a camera.
public final class CaptureLoop: Sendable {
    /// Milliseconds that the thread waits at most before it calls `onWake` again.
    static let longestWait: Int32 = 500

    private let thread: SystemThread
    private let stopEvent: Event

    /// Starts the thread.
    ///
    /// - Parameters:
    ///   - source: used by the loop's thread alone from here on.
    ///   - attach: makes a ring for frames of a format and gives its producer's end. Called before `init` returns when
    ///     the source knows its format, and on the loop's thread whenever the format changed; the ring of before gets no
    ///     more frames then.
    ///   - onFrame: called on the loop's thread when the ring goes from empty to not empty. Must not block.
    ///   - onWake: called on the loop's thread at every wake-up, at least twice a second: the proof that the thread
    ///     lives. Must not block.
    ///   - onEnd: called on the loop's thread once, after the last frame.
    /// - Throws: `CaptureError` when the system gives no thread or descriptor, or the ring does not fit the format.
    public init(
        source: sending any FrameSource, attach: @escaping @Sendable (FrameFormat) -> FrameProducer,
        onFrame: @escaping @Sendable () -> Void, onWake: @escaping @Sendable () -> Void = {},
        onEnd: @escaping @Sendable (CaptureEnd) -> Void
    ) throws(CaptureError) {
        let stopEvent = try Event()
        let worker = try CaptureWorker(
            source: source, stopEvent: stopEvent, attach: attach, onFrame: onFrame, onWake: onWake)
        self.stopEvent = stopEvent
        thread = try SystemThread(name: "lintel-capture") { onEnd(worker.run()) }
    }

    deinit {
        stop()
    }

    /// Stops the loop and waits until its thread is over; the frames in the ring stay. Calling it again does nothing.
    /// From the loop's own closures it does not wait.
    public func stop() {
        stopEvent.signal()
        thread.join()
    }

    /// Stops the loop and waits for its thread, but only so long: a driver that does not come back from a call holds it.
    ///
    /// - Returns: false when the thread is still running. It is left alone then; nobody waits for it any more.
    public func stop(within limit: Duration) -> Bool {
        stopEvent.signal()
        return thread.join(within: limit)
    }
}
