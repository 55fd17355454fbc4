import Capture

struct AwaitedCamera: FrameSource {
    let format: FrameFormat? = nil
    private let clock: FrameClock

    init(report: @Sendable (CameraState) -> Void) throws(CaptureError) {
        clock = try FrameClock(pace: .realTime)
        report(.absent("this version opens none"))
    }

    var descriptor: Int32 { clock.descriptor }

    mutating func dequeue(into pixels: inout MutableSpan<UInt16>) throws(CaptureError) -> Dequeued { .notReady }
}
