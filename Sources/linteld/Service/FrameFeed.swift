import Capture
import Dispatch

/// Drives a frame source on the screening queue: each frame is screened before the next is taken, so none is buffered.
///
/// Confined to the stage's serial queue, which is what makes it Sendable.
final class FrameFeed: @unchecked Sendable {
    private var source: any FrameSource
    private let stage: ScreeningStage
    private let readable: any DispatchSourceRead
    private let ended: @Sendable (CaptureError?) -> Void
    private var pixels: [UInt16]
    private var isOver = false
    /// Frames lost, by cause in the order of `LossCause.allCases`.
    private var lost = [Int](repeating: 0, count: LossCause.allCases.count)

    /// - Parameter ended: called once on the screening queue when the source ends or fails by itself.
    init(source: any FrameSource, stage: ScreeningStage, ended: @escaping @Sendable (CaptureError?) -> Void) {
        self.source = source
        self.stage = stage
        self.ended = ended
        pixels = [UInt16](repeating: 0, count: source.format.size.pixelCount)
        readable = DispatchSource.makeReadSource(fileDescriptor: source.descriptor, queue: stage.queue)
    }

    func start() {
        readable.setEventHandler { [self] in takeOne() }
        readable.activate()
    }

    /// Stops taking frames; none is screened after this returned.
    ///
    /// - Returns: frames lost by cause.
    func stop() -> [(cause: LossCause, count: Int)] {
        stage.queue.sync {
            isOver = true
            readable.cancel()
            return Array(zip(LossCause.allCases, lost)).map { (cause: $0.0, count: $0.1) }
        }
    }

    private func takeOne() {
        guard !isOver else { return }
        do throws(CaptureError) {
            switch try dequeue() {
            case .frame(let header):
                // Shared for the call only: the buffer is the feed's alone again before the next frame is written.
                let counts = pixels
                stage.take(header, counts.span)
            case .lost(let cause): count(cause)
            case .notReady: break
            case .ended: end(nil)
            }
        } catch {
            end(error)
        }
    }

    private func dequeue() throws(CaptureError) -> Dequeued {
        var span = pixels.mutableSpan
        return try source.dequeue(into: &span)
    }

    private func count(_ cause: LossCause) {
        if let index = LossCause.allCases.firstIndex(of: cause) { lost[index] += 1 }
    }

    private func end(_ error: CaptureError?) {
        isOver = true
        readable.cancel()
        ended(error)
    }
}
