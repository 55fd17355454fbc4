import Logging
import Radiometry
import Screening

/// Logs the states of reference body and camera when they change: nothing in here is about a person.
struct StateLog {
    private let logger: Logger
    private var reference: ReferenceState?
    private var settling: Bool?

    init(logger: Logger) {
        self.logger = logger
    }

    mutating func observe(_ scene: SceneState) {
        if scene.reference != reference {
            reference = scene.reference
            logger.info("reference body \(scene.reference.rawValue)", metadata: ["event": "reference"])
        }
        if scene.settling != settling {
            settling = scene.settling
            logger.info("camera \(scene.settling ? "settling" : "ready")", metadata: ["event": "camera"])
        }
    }
}
