/// How a source that makes its own frames paces them.
public enum FramePace: Hashable, Sendable {
    /// As the camera would: each frame at its time.
    case realTime
    /// As fast as the reader takes them.
    case asFastAsPossible
}

/// Paces the frames of a recording or a simulated camera and gives the descriptor to poll.
///
/// Real time is a timer on CLOCK_MONOTONIC, set to absolute moments so that late frames do not shift later ones;
/// as fast as possible is a descriptor that always polls readable. The pattern in `FrameSource.dequeue`:
///
///     guard clock.isDue() else { return .notReady }
///     // ... write the frame that was scheduled ...
///     try clock.schedule(at: timestampOfTheNextFrame)
///
/// A class because a descriptor has one owner while sources may be plain values. Used by one thread at a time.
public final class FrameClock {
    public let pace: FramePace

    private let file: FileDescriptor
    /// The CLOCK_MONOTONIC moment of time stamp zero, known from the first scheduled frame on.
    private var origin: Int64?

    /// Makes a clock. In real time nothing is due until the first `schedule`.
    ///
    /// - Throws: `CaptureError` when the system has no descriptor left.
    public init(pace: FramePace) throws(CaptureError) {
        self.pace = pace
        switch pace {
        case .realTime: file = try SystemCapture.makeTimer()
        case .asFastAsPossible: file = try SystemCapture.makeEvent(initial: 1)
        }
    }

    /// Polls readable (POLLIN) when the scheduled frame is due.
    public var descriptor: Int32 { file.number }

    /// Sets when the next frame is due. The frame scheduled first is due at once and anchors all later ones.
    ///
    /// - Parameter timestamp: nanoseconds on the source's own clock.
    public func schedule(at timestamp: Int64) throws(CaptureError) {
        guard pace == .realTime else { return }
        let start = origin ?? SystemCapture.monotonicNow() &- timestamp
        origin = start
        let (moment, overflow) = start.addingReportingOverflow(timestamp)
        try SystemCapture.arm(file, at: overflow ? .max : moment)
    }

    /// Whether the scheduled frame is due. Takes the tick: true once for each `schedule` in real time, and always
    /// when frames come as fast as possible.
    public func isDue() -> Bool {
        switch pace {
        case .realTime: SystemCapture.takeTick(file)
        case .asFastAsPossible: true
        }
    }

    /// Nanoseconds of CLOCK_MONOTONIC, the clock of live cameras' time stamps.
    public static func monotonicNow() -> Int64 { SystemCapture.monotonicNow() }
}
