import Capture
import Dispatch
import Screening
import Settings

/// Tests a camera of this machine: streams from it for a while, on a capture thread as the daemon does.
struct LiveCameraTest {
    let settings: Settings
    /// From the first frame on.
    let seconds: Double

    /// A camera that was opened but gives no frame is waited for this long.
    private static let patience = 8.0

    /// - Throws: `CaptureError` when there is no such camera or it can't be used as configured.
    func run() throws(CaptureError) -> CameraTestReport {
        let stream = TestStream()
        let camera = try LiveCamera(
            settings: settings.camera, report: { stream.enter($0) },
            notice: { StandardError.write($0.words + "\n") })
        let loop = try CaptureLoop(
            source: camera, attach: { stream.attach($0) }, onFrame: { stream.wake() }, onEnd: { stream.end($0) })
        defer { loop.stop() }
        return try watch(stream, loop)
    }

    private func watch(_ stream: TestStream, _ loop: CaptureLoop) throws(CaptureError) -> CameraTestReport {
        var test: CameraTest?
        var deadline = DispatchTime.now() + Self.patience
        var hasFrames = false
        while DispatchTime.now() < deadline {
            stream.wait(until: deadline)
            // What happens to a camera after its first frame is part of the test.
            if !hasFrames, let failure = stream.failure { throw failure }
            guard let ring = stream.ring else { continue }
            var running = test ?? CameraTest(format: ring.format, settings: settings)
            ring.drain { header, pixels in
                if !hasFrames { deadline = DispatchTime.now() + seconds }
                hasFrames = true
                running.take(header, pixels)
            }
            test = running
            if stream.isOver { break }
        }
        loop.stop()
        guard var test, let ring = stream.ring else {
            throw CaptureError(
                what: settings.camera.device, cause: "the camera did not open within \(Int(Self.patience)) s",
                remedy: "Unplug the camera and plug it in again; see `dmesg`.")
        }
        ring.drain { test.take($0, $1) }
        test.take(ring.counters)
        return test.report
    }
}
