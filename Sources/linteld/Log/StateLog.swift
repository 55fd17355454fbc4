import Journal
import Logging
import Radiometry
import Screening

/// Logs the states of reference body and camera when they change: nothing in here is about a person.
struct StateLog {
    private let logger: Logger
    private var reference: ReferenceState?
    private var camera: CameraCondition?

    init(logger: Logger) {
        self.logger = logger
    }

    mutating func observe(_ scene: SceneState) {
        if scene.reference != reference {
            reference = scene.reference
            logger.report(.referenceState, "reference body \(scene.reference.rawValue)")
        }
        if scene.camera != camera {
            camera = scene.camera
            logger.report(.cameraState, "camera \(scene.camera.words)")
        }
    }
}
