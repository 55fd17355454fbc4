import Capture
import Screening
import Settings
import Simulation

/// Streams from the camera that the settings name and tests what comes.
struct CameraTestRun {
    let settings: Settings
    let seconds: Double

    func run() throws(CaptureError) -> CameraTestReport {
        let device = settings.camera.device
        if settings.camera.isLive { return try LiveCameraTest(settings: settings, seconds: seconds).run() }
        if device == "simulated" {
            return try run(
                SimulatedCamera(
                    settings: settings.simulation, rotation: settings.camera.rotation,
                    referenceTemperature: settings.reference.temperature, pace: .asFastAsPossible))
        }
        return try run(RecordingPlayer(path: device, pace: .asFastAsPossible))
    }

    /// A source that needs no waiting is read to the end of the time by its own time stamps.
    private func run(_ opened: any FrameSource) throws(CaptureError) -> CameraTestReport {
        var source = opened
        guard let format = source.format else {
            throw CaptureError(
                what: settings.camera.device, cause: "it has no format", remedy: "Name a camera or a recording.")
        }
        var test = CameraTest(format: format, settings: settings)
        var pixels = [UInt16](repeating: 0, count: format.size.pixelCount)
        var first: Int64?
        while true {
            var span = pixels.mutableSpan
            switch try source.dequeue(into: &span) {
            case .frame(let header):
                let start = first ?? header.timestamp
                first = start
                guard Double(header.timestamp - start) / 1e9 <= seconds else { return test.report }
                test.take(header, pixels.span)
            case .lost(let cause): test.lose(cause)
            case .notReady: break
            case .ended, .formatChanged: return test.report
            }
        }
    }
}
