import Capture
import Journal
import Logging
import Synchronization

/// Notes and logs what a live camera says of itself; called on the capture thread.
final class CameraReport: Sendable {
    private let news = Mutex(CameraNews())
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
        logger.report(Self.kind(state), "camera \(state.words)", metadata: Self.fields(state))
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

    private static func fields(_ state: CameraState) -> Logger.Metadata {
        guard case .unusable(let error) = state else { return [:] }
        return ["remedy": "\(error.remedy)"]
    }
}
