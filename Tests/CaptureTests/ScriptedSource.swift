import CLinux
import Capture
import Glibc

/// A source that answers from a script, always readable until the script is over; then silent.
final class ScriptedSource: FrameSource {
    enum Step {
        case frame(UInt64)
        case lost(LossCause)
        case notReady
        case ended
        case failed
        /// From here on frames have this size.
        case opened(FrameSize)
    }

    private(set) var format: FrameFormat?
    let descriptor: Int32
    private var steps: [Step]
    private var next = 0

    /// - Parameters:
    ///   - size: of the frames at the start; none for a camera that was not opened yet.
    ///   - readable: false for a source that never has anything to say.
    init(_ steps: [Step], size: FrameSize? = FrameSize(width: 4, height: 2), readable: Bool = true) {
        self.steps = steps
        format = size.map(Self.format)
        descriptor = eventfd(readable ? 1 : 0, Int32(EFD_NONBLOCK))
    }

    deinit {
        _ = close(descriptor)
    }

    static let failure = CaptureError(what: "scripted source", cause: "the script says so", remedy: "none")

    private static func format(_ size: FrameSize) -> FrameFormat {
        FrameFormat(size: size, framesPerSecond: 9, countsMap: nil)
    }

    func dequeue(into pixels: inout MutableSpan<UInt16>) throws(CaptureError) -> Dequeued {
        guard next < steps.count else {
            // Nothing more to say: the descriptor goes silent.
            silence(descriptor)
            return .notReady
        }
        defer { next += 1 }
        switch steps[next] {
        case .frame(let number):
            for index in pixels.indices { pixels[index] = UInt16(truncatingIfNeeded: number) }
            return .frame(FrameHeader(sequence: number, timestamp: Int64(number)))
        case .lost(let cause): return .lost(cause)
        case .notReady: return .notReady
        case .ended: return .ended
        case .failed: throw Self.failure
        case .opened(let size):
            format = Self.format(size)
            return .formatChanged
        }
    }
}
