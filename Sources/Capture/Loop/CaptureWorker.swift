/// What runs on the capture thread.
final class CaptureWorker {
    private var source: any FrameSource
    private var producer: FrameProducer
    private let stopEvent: StopEvent
    private let onFrame: @Sendable () -> Void

    init(
        source: any FrameSource, producer: consuming FrameProducer, stopEvent: StopEvent,
        onFrame: @escaping @Sendable () -> Void
    ) {
        self.source = source
        self.producer = producer
        self.stopEvent = stopEvent
        self.onFrame = onFrame
    }

    /// Runs until the loop is over.
    func run() -> CaptureEnd {
        do throws(CaptureError) {
            while true {
                let ready = try SystemCapture.wait(source: source.descriptor, stop: stopEvent.file)
                if ready.stop { return .stopped }
                guard ready.source else { continue }
                switch try dequeue() {
                case .frame, .lost: break
                case .ended: return .ended
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

    /// Takes one answer from the source: into the ring when it is a frame, into the counts when it is a loss.
    private func dequeue() throws(CaptureError) -> Dequeued {
        var answer = Dequeued.notReady
        let publication = try producer.withNextSlot { (pixels) throws(CaptureError) -> FrameHeader? in
            answer = try source.dequeue(into: &pixels)
            if case .frame(let header) = answer { return header }
            return nil
        }
        if case .lost(let cause) = answer { producer.lose(cause) }
        if publication == .published(wasEmpty: true) { onFrame() }
        return answer
    }
}
