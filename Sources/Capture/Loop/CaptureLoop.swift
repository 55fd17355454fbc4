/// Takes frames from a source into a ring, on its own thread, from `init` until the source ends, fails or `stop`.
///
/// The thread only ever waits in poll(2), on the source's descriptor and the stop event. It allocates nothing per
/// frame. When the ring is full the source is still drained, so that a slow consumer never stalls a camera.
public final class CaptureLoop: Sendable {
    private let thread: SystemThread
    private let stopEvent: StopEvent

    /// Starts the thread.
    ///
    /// - Parameters:
    ///   - source: used by the loop's thread alone from here on.
    ///   - producer: an end of a ring whose frames have the size of the source's.
    ///   - onFrame: called on the loop's thread when the ring goes from empty to not empty. Must not block.
    ///   - onEnd: called on the loop's thread once, after the last frame.
    /// - Throws: `CaptureError` when the system gives no thread or descriptor, or the sizes differ.
    public init(
        source: sending any FrameSource, producer: consuming FrameProducer, onFrame: @escaping @Sendable () -> Void,
        onEnd: @escaping @Sendable (CaptureEnd) -> Void
    ) throws(CaptureError) {
        guard source.format.size.pixelCount == producer.pixelCount else {
            throw CaptureError(
                what: "capture loop",
                cause: "frames have \(source.format.size.pixelCount) counts, the ring's slots \(producer.pixelCount)",
                remedy: "Make the ring from the source's format.")
        }
        let stopEvent = try StopEvent()
        let worker = CaptureWorker(source: source, producer: producer, stopEvent: stopEvent, onFrame: onFrame)
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
}

/// The event that ends a loop, shared by the loop's owner and its thread.
final class StopEvent: Sendable {
    let file: FileDescriptor

    init() throws(CaptureError) {
        file = try SystemCapture.makeEvent(initial: 0)
    }

    func signal() {
        SystemCapture.signal(file)
    }
}
