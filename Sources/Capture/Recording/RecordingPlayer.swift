/// Plays a recording as if it were a camera.
///
/// The next frame is read ahead, because its time stamp sets when it is due. Used by one thread at a time.
public final class RecordingPlayer: FrameSource {
    public let format: FrameFormat?

    private var reader: RecordingReader
    private let clock: FrameClock
    private var ahead: [UInt16]
    private var next: Next
    /// The time stamp scheduled last.
    private var lastTimestamp: Int64 = 0

    private enum Next {
        case frame(FrameHeader)
        case ended
        case failed(CaptureError)
    }

    /// Opens a recording and reads its first frame.
    public convenience init(path: String, pace: FramePace) throws(CaptureError) {
        self.init(try RecordingReader(path: path), clock: try FrameClock(pace: pace))
        try schedule()
    }

    private init(_ reader: consuming RecordingReader, clock: FrameClock) {
        format = reader.format
        ahead = [UInt16](repeating: 0, count: reader.format.size.pixelCount)
        self.reader = reader
        self.clock = clock
        next = .ended
        readAhead()
    }

    public var descriptor: Int32 { clock.descriptor }

    public func dequeue(into pixels: inout MutableSpan<UInt16>) throws(CaptureError) -> Dequeued {
        switch next {
        case .ended: return .ended
        case .failed(let error): throw error
        case .frame(let header):
            guard clock.isDue() else { return .notReady }
            for index in 0..<min(ahead.count, pixels.count) { pixels[index] = ahead[index] }
            readAhead()
            try schedule()
            return .frame(header)
        }
    }

    private func readAhead() {
        do {
            var pixels = ahead.mutableSpan
            next = try reader.nextFrame(into: &pixels).map { .frame($0) } ?? .ended
        } catch {
            next = .failed(error)
        }
    }

    /// Sets the clock to the frame ahead; the end and an error are said at once.
    private func schedule() throws(CaptureError) {
        if case .frame(let header) = next { lastTimestamp = header.timestamp }
        try clock.schedule(at: lastTimestamp)
    }
}
