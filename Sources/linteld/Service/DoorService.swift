import Capture
import Dispatch
import Journal
import Logging
import Settings

/// One door, from start to stop: opens the camera, runs the screening stage and tells what came of it.
struct DoorService {
    let configuration: ServiceConfiguration
    let settings: Settings
    let log: LogWriter
    let logger: Logger
    /// End after this many seconds; `nil` runs until a signal or the source's end.
    let seconds: Double?
    let pictureMode: PictureMode

    /// Runs until a signal, the given seconds or the source's end.
    func run() throws(ServiceFailure) -> Summary {
        let camera = DoorCamera(settings.camera)
        try checkPicture(camera)
        let events = ServiceEvents()
        let signals = ServiceSignals(events)
        defer { signals.cancel() }
        let board = DoorBoard(DoorState(name: camera.name), events: events)
        let commands = CameraCommands()
        let source = try open(camera, commands, board)
        let format = source.format
        if format != nil { board.change { $0.camera = .streaming(name: camera.name) } }

        let pictures = format.flatMap { showsPicture(camera) ? PictureFeed(format: $0) : nil }
        let view = pictures.map {
            TerminalView(feed: $0, rotation: settings.camera.rotation, title: "Lintel: \(camera.name)")
        }
        let deadlines = StageDeadlines(now: FrameClock.monotonicNow())
        let stage = ScreeningStage(
            settings: settings, logger: logger, board: board, deadlines: deadlines, picture: pictures,
            commands: camera.isLive ? commands : nil)
        let feed = try openFeed(source, stage, deadlines, events)

        let begin = FrameClock.monotonicNow()
        logger.report(.started, "started: \(Self.words(camera, format))")
        view?.start()
        stage.start()
        feed.start()
        var loop = ServiceLoop(
            configuration: configuration, settings: settings, logger: logger, log: log, events: events, board: board,
            stage: stage, deadlines: deadlines)
        let failure = loop.run(seconds: seconds)
        loop.stopping()
        let stopDeadline = StopDeadline()
        defer { stopDeadline.meet() }
        let summary = end(
            feed, stage, watched: format.map { _ in Self.words(camera, format) } ?? board.state.name,
            seconds: Double(FrameClock.monotonicNow() - begin) / 1e9,
            failure: failure.map { camera.isLive ? .unavailable($0) : .damagedRecording($0) })
        view?.stop()
        return summary
    }

    /// Ends both stages and logs what they came to.
    private func end(
        _ feed: FrameFeed, _ stage: ScreeningStage, watched: String, seconds: Double, failure: ServiceFailure?
    ) -> Summary {
        let (account, inTime) = feed.stop()
        if !inTime {
            logger.report(.fault, "the capture thread did not stop: the camera's driver holds it")
        }
        let summary = Summary(
            source: watched, seconds: seconds, result: stage.finish(), account: account, failure: failure)
        logger.report(.stopped, "stopped: \(summary.line)")
        return summary
    }

    private func open(
        _ camera: DoorCamera, _ commands: CameraCommands, _ board: DoorBoard
    ) throws(ServiceFailure) -> sending any FrameSource {
        let report = CameraReport(logger: logger, board: board)
        do throws(CaptureError) {
            return try camera.open(settings, commands: commands, report: report)
        } catch {
            throw .unavailable(error)
        }
    }

    private func openFeed(
        _ source: sending any FrameSource, _ stage: ScreeningStage, _ deadlines: StageDeadlines,
        _ events: ServiceEvents
    ) throws(ServiceFailure) -> FrameFeed {
        do throws(CaptureError) {
            return try FrameFeed(source: source, stage: stage, deadlines: deadlines) {
                events.askToStop(failure: $0)
            }
        } catch {
            throw .unavailable(error)
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

    /// The camera, and what it delivers where that is known before it is opened.
    private static func words(_ camera: DoorCamera, _ format: FrameFormat?) -> String {
        guard let format else { return "watching for \(camera.name)" }
        let rate = (format.framesPerSecond * 10).rounded() / 10
        return "\(camera.name), \(format.size.width)x\(format.size.height) at \(rate) frames a second"
    }
}
