import Capture
import Control
import Journal
import Logging
import Settings

/// What one door is made of while it is watched, wired together.
struct DoorParts {
    let camera: DoorCamera
    /// What the camera delivers, where that is known before it is opened.
    let format: FrameFormat?
    let board: DoorBoard
    let deadlines: StageDeadlines
    let stage: ScreeningStage
    let feed: FrameFeed
    let view: TerminalView?

    /// Opens the camera and starts the capture thread; its frames wait for `start`.
    ///
    /// - Parameters:
    ///   - board: where everything is noted.
    ///   - publisher: told of every event, where anybody can ask.
    ///   - records: told of presentations and passages.
    ///   - maintenance: shows pictures to whoever may see them.
    ///   - showsPicture: whether the live picture is drawn where frames of a known format come.
    init(
        _ camera: DoorCamera, settings: Settings, logger: Logger, events: ServiceEvents, board: DoorBoard,
        publisher: ControlPublisher?, records: DoorRecords, maintenance: DoorMaintenance, showsPicture: Bool
    ) throws(CaptureError) {
        self.camera = camera
        self.board = board
        deadlines = StageDeadlines(now: FrameClock.monotonicNow())
        let commands = CameraCommands()
        let source = try camera.open(
            settings, commands: commands, report: CameraReport(logger: logger, board: board))
        format = source.format
        let terminal = PictureFeed()
        view = format.flatMap { format in
            guard showsPicture else { return nil }
            return TerminalView(
                feed: terminal, format: format, rotation: settings.camera.rotation, title: "Lintel: \(camera.name)")
        }
        stage = ScreeningStage(
            settings: settings, logger: logger, board: board, deadlines: deadlines,
            pictures: (view == nil ? [] : [terminal]) + [maintenance.feed],
            commands: camera.isLive ? commands : nil, publisher: publisher, records: records)
        feed = try FrameFeed(source: source, stage: stage, deadlines: deadlines) {
            events.askToStop(failure: $0)
        }
        if format != nil { board.change { $0.camera = .streaming(name: camera.name) } }
    }

    func start() {
        view?.start()
        stage.start { [feed] in feed.account }
        feed.start()
    }

    /// What is watched, in words, and what it delivers where that was known from the start.
    var watched: String {
        guard let format else { return board.state.name }
        let rate = (format.framesPerSecond * 10).rounded() / 10
        return "\(camera.name), \(format.size.width)x\(format.size.height) at \(rate) frames a second"
    }
}
