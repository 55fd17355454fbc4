/// What runs on the capture thread.
final class CaptureWorker {
    private var source: any FrameSource
    /// The ring's end for the source's format; none while the source has no format.
    private var producer: FrameProducer?
    private let stopEvent: Event
    private let attach: @Sendable (FrameFormat) -> FrameProducer
    private let onFrame: @Sendable () -> Void
    private let onWake: @Sendable () -> Void

    /// - Throws: `CaptureError` when the source has a format and the ring made for it has slots of another size.
    init(
        source: any FrameSource, stopEvent: Event, attach: @escaping @Sendable (FrameFormat) -> FrameProducer,
        onFrame: @escaping @Sendable () -> Void, onWake: @escaping @Sendable () -> Void
    ) throws(CaptureError) {
        self.source = source
        self.stopEvent = stopEvent
        self.attach = attach
        self.onFrame = onFrame
        self.onWake = onWake
        try attachRing()
    }

    /// Runs until the loop is over.
    func run() -> CaptureEnd {
        do throws(CaptureError) {
            while true {
                let ready = try SystemCapture.wait(
                    source: source.descriptor, stop: stopEvent.file, milliseconds: CaptureLoop.longestWait)
                onWake()
                if ready.stop { return .stopped }
                guard ready.source else { continue }
                switch try dequeue() {
                case .frame, .lost: break
                case .ended: return .ended
                case .formatChanged: try attachRing()
                case .notReady:
                    // A descriptor in error polls readable for ever: without an answer the loop would spin.
                    if ready.sourceBroken {
                        throw CaptureError(
                            what: "frame source", cause: "its descriptor reports an error or a hang-up",
                            remedy: "Check that the camera is still connected.")
                    }
                }
            }
        } catch {
            return .failed(error)
        }
    }

    /// Has a ring made for the source's format. The frames in the ring before stay with its consumer.
    private func attachRing() throws(CaptureError) {
        guard let format = source.format else { return }
        let producer = attach(format)
        guard producer.pixelCount == format.size.pixelCount else {
            throw CaptureError(
                what: "capture loop",
                cause: "frames have \(format.size.pixelCount) counts, the ring's slots \(producer.pixelCount)",
                remedy: "Make the ring from the source's format.")
        }
        self.producer = consume producer
    }

    /// Takes one answer from the source: into the ring when it is a frame, into the counts when it is a loss.
    private func dequeue() throws(CaptureError) -> Dequeued {
        var answer = Dequeued.notReady
        let publication = try producer?.withNextSlot { (pixels) throws(CaptureError) -> FrameHeader? in
            answer = try source.dequeue(into: &pixels)
            if case .frame(let header) = answer { return header }
            return nil
        }
        guard let publication else {
            var nothing = MutableSpan<UInt16>()
            return try source.dequeue(into: &nothing)
        }
        if case .lost(let cause) = answer { producer?.lose(cause) }
        if publication == .published(wasEmpty: true) { onFrame() }
        return answer
    }
}
