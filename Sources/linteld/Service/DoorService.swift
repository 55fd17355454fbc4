import Capture
import Journal
import Logging
import Settings

/// One door, from start to stop: watches it and tells what came of it.
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
        let control = DoorControl(
            settings, directories: .ofThisProcess, state: DoorState(name: camera.name), logger: logger)
        let door = try makeDoor(camera, events, control)

        let begin = FrameClock.monotonicNow()
        logger.report(.started, "started: \(door.format == nil ? "watching for " : "")\(door.watched)")
        door.start()
        var loop = ServiceLoop(
            configuration: configuration, settings: settings, logger: logger, log: log, events: events, door: door,
            control: control)
        let failure = loop.run(seconds: seconds)
        let stopDeadline = StopDeadline()
        defer { stopDeadline.meet() }
        control.stop()
        let duration = Double(FrameClock.monotonicNow() - begin) / 1e9
        return end(door, seconds: duration, failure: failure)
    }

    private func makeDoor(
        _ camera: DoorCamera, _ events: ServiceEvents, _ control: DoorControl
    ) throws(ServiceFailure) -> DoorParts {
        do throws(CaptureError) {
            return try DoorParts(
                camera, settings: settings, logger: logger, events: events, publisher: control.publisher,
                showsPicture: showsPicture(camera))
        } catch {
            control.stop()
            throw .unavailable(error)
        }
    }

    /// Ends both stages and logs what they came to.
    private func end(_ door: DoorParts, seconds: Double, failure: CaptureError?) -> Summary {
        let (account, inTime) = door.feed.stop()
        if !inTime {
            logger.report(.fault, "the capture thread did not stop: the camera's driver holds it")
        }
        let summary = Summary(
            source: door.watched, seconds: seconds, result: door.stage.finish(), account: account,
            failure: failure.map { door.camera.isLive ? .unavailable($0) : .damagedRecording($0) })
        logger.report(.stopped, "stopped: \(summary.line)")
        door.view?.stop()
        return summary
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
}
