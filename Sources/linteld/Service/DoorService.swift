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
    let directories: ServiceDirectories

    /// Runs until a signal, the given seconds or the source's end.
    func run() throws(ServiceFailure) -> Summary {
        let camera = DoorCamera(settings.camera)
        try checkPicture(camera)
        let events = ServiceEvents()
        let signals = ServiceSignals(events)
        defer { signals.cancel() }
        let board = DoorBoard(DoorState(name: camera.name), events: events)
        let records = makeRecords(board)
        let maintenance = DoorMaintenance(rotation: settings.camera.rotation, logger: logger)
        let control = DoorControl(
            settings, directories: directories, state: board.state, desk: records.hasPlace ? records : nil,
            maintenance: maintenance, logger: logger)
        let door = try makeDoor(camera, events, board, control, records, maintenance)

        let begin = FrameClock.monotonicNow()
        logger.report(.started, "started: \(door.format == nil ? "watching for " : "")\(door.watched)")
        records.open { events.stateChanged() }
        door.start()
        var loop = ServiceLoop(
            configuration: configuration, settings: settings, logger: logger, log: log, events: events, door: door,
            control: control, records: records)
        let failure = loop.run(seconds: seconds)
        let stopDeadline = StopDeadline()
        defer { stopDeadline.meet() }
        control.stop()
        let duration = Double(FrameClock.monotonicNow() - begin) / 1e9
        return end(door, records, seconds: duration, failure: failure)
    }

    private func makeRecords(_ board: DoorBoard) -> DoorRecords {
        let setup = RecordsSetup(
            directory: directories.state, door: directories.door, settings: settings,
            configuration: ConfigurationFile(path: configuration.path, hash: configuration.hash))
        return DoorRecords(setup: setup, logger: logger, board: board)
    }

    private func makeDoor(
        _ camera: DoorCamera, _ events: ServiceEvents, _ board: DoorBoard, _ control: DoorControl,
        _ records: DoorRecords, _ maintenance: DoorMaintenance
    ) throws(ServiceFailure) -> DoorParts {
        do throws(CaptureError) {
            return try DoorParts(
                camera, settings: settings, logger: logger, events: events, board: board,
                publisher: control.publisher, records: records, maintenance: maintenance,
                showsPicture: showsPicture(camera))
        } catch {
            control.stop()
            throw .unavailable(error)
        }
    }

    /// Ends the stages and logs what they came to.
    private func end(
        _ door: DoorParts, _ records: DoorRecords, seconds: Double, failure: CaptureError?
    ) -> Summary {
        let (account, inTime) = door.feed.stop()
        if !inTime {
            logger.report(.fault, "the capture thread did not stop: the camera's driver holds it")
        }
        let summary = Summary(
            source: door.watched, seconds: seconds, result: door.stage.finish(), account: account,
            failure: failure.map { door.camera.isLive ? .unavailable($0) : .damagedRecording($0) })
        // The screening's end told the last presentations.
        if !records.stop() {
            logger.report(
                .fault, "the records did not end in time: the disk holds them; a purge goes on at the next start")
        }
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
