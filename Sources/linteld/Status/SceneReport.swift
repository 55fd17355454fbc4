import Journal
import Logging
import Radiometry
import Screening
import Settings

/// Notes and logs the states of reference body and camera when they change: nothing in here is about a person.
struct SceneReport {
    private let logger: Logger
    private let board: DoorBoard
    private var reference: ReferenceState?
    private var camera: CameraCondition?

    init(logger: Logger, board: DoorBoard) {
        self.logger = logger
        self.board = board
    }

    /// Allocates only when something changed.
    mutating func observe(_ scene: SceneState, needsReference: Bool) {
        guard scene.reference != reference || scene.camera != camera else { return }
        if scene.reference != reference {
            logger.report(.referenceState, "reference body \(scene.reference.rawValue)")
        }
        if scene.camera != camera {
            logger.report(.cameraState, "camera \(scene.camera.words)")
        }
        (reference, camera) = (scene.reference, scene.camera)
        board.change {
            $0.scene = DoorState.Scene(
                reference: scene.reference, camera: scene.camera, needsReference: needsReference)
        }
    }

    /// The frames to come are those of a new stream: what was said of the old ones is said again.
    mutating func startAfresh() {
        (reference, camera) = (nil, nil)
    }
}
