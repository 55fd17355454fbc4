import Capture
import Dispatch
import Journal
import Logging
import Picture
import Settings

/// One door, from start to stop: opens the camera, runs the screening stage and tells what came of it.
struct DoorService {
    let settings: Settings
    let logger: Logger
    /// End after this many seconds; `nil` runs until a signal or the source's end.
    let seconds: Double?
    let pictureMode: PictureMode

    /// Runs until a signal, the given seconds or the source's end.
    func run() throws(ServiceFailure) -> Summary {
        let camera = try DoorCamera(settings.camera)
        try checkPicture(camera)
        let stop = StopRequest()
        let signals = stop.listenToSignals()
        defer { for signal in signals { signal.cancel() } }

        let source = try camera.open(settings)
        let format = source.format
        let pictures = format.flatMap { showsPicture(camera) ? PictureFeed(format: $0) : nil }
        let view = pictures.map {
            TerminalView(feed: $0, rotation: settings.camera.rotation, title: "Lintel: \(camera.name)")
        }
        let stage = ScreeningStage(settings: settings, logger: logger, picture: pictures)
        let feed = try openFeed(source, stage, stop)

        let name = ([camera.name] + (format.map { [Self.words($0)] } ?? [])).joined(separator: ", ")
        let begin = FrameClock.monotonicNow()
        logger.report(.started, "started: \(name)")
        view?.start()
        stage.start()
        feed.start()
        stop.wait(seconds: seconds)
        let account = feed.stop()
        let result = stage.finish()
        if let failure = stop.failure { logger.report(.fault, "\(failure)") }
        logger.report(.stopped, "stopped")
        view?.stop()
        return Summary(
            source: name, seconds: Double(FrameClock.monotonicNow() - begin) / 1e9, result: result, account: account,
            failure: stop.failure.map(ServiceFailure.damagedRecording))
    }

    private func openFeed(
        _ source: sending any FrameSource, _ stage: ScreeningStage, _ stop: StopRequest
    ) throws(ServiceFailure) -> FrameFeed {
        do throws(CaptureError) {
            return try FrameFeed(source: source, stage: stage) { stop.ask(failure: $0) }
        } catch {
            throw .unavailable(error.description)
        }
    }

    private func checkPicture(_ camera: DoorCamera) throws(ServiceFailure) {
        guard pictureMode == .always, !camera.isSimulated else { return }
        throw .usage(
            """
            --picture always: this camera may see people, and a picture is shown of the simulated camera only
              Leave out --picture, or set device = "simulated".
            """)
    }

    private func showsPicture(_ camera: DoorCamera) -> Bool {
        guard camera.isSimulated else { return false }
        return switch pictureMode {
        case .always: true
        case .auto: TerminalView.isPossible
        case .never: false
        }
    }

    private static func words(_ format: FrameFormat) -> String {
        let rate = (format.framesPerSecond * 10).rounded() / 10
        return "\(format.size.width)x\(format.size.height) at \(rate) frames a second"
    }
}
