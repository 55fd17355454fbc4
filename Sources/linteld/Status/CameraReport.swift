import Capture
import Journal
import Logging
import Synchronization

/// Notes and logs what a live camera says of itself; called on the capture thread.
final class CameraReport: Sendable {
    private let news = Mutex(CameraNews())
    private let told = Mutex(NoticeNews())
    private let logger: Logger
    private let board: DoorBoard

    init(logger: Logger, board: DoorBoard) {
        self.logger = logger
        self.board = board
    }

    func take(_ state: CameraState) {
        board.change { door in
            door.camera = state
            if case .streaming(let name) = state { door.name = "camera \(name)" }
            // What the frames before were good for says nothing of those to come.
            if case .streaming = state {} else { door.scene = nil }
        }
        guard news.withLock({ $0.take(state) }) else { return }
        logger.report(Self.kind(state), "\(state.words)")
    }

    /// Logs something that was done to the camera, or could not be.
    func take(_ notice: CameraNotice) {
        guard told.withLock({ $0.take(notice) }) else { return }
        logger.report(.cameraState, "\(notice.words)", level: Self.level(notice))
    }

    private static func kind(_ state: CameraState) -> MessageID {
        switch state {
        case .absent: .cameraAbsent
        case .opening: .cameraState
        case .streaming: .cameraFound
        case .stalled, .reopening: .cameraLost
        case .unusable: .cameraUnusable
        }
    }

    private static func level(_ notice: CameraNotice) -> Logger.Level {
        switch notice {
        case .controlFailed, .usbReset: .warning
        case .tlinearSwitchedOn, .resolutionRefined, .noFlatFieldControl: .notice
        // Every few minutes while nobody is there.
        case .flatFieldCorrectionStarted: .debug
        }
    }
}
