import Capture
import Journal
import Radiometry
import Screening

/// What the door is doing, as `systemctl status` and the control socket say it. Nothing in here is about a person.
package struct DoorState: Hashable, Sendable {
    package var camera = CameraState.opening
    /// What is watched, in words: the camera that gave frames last.
    package var name: String
    /// What the camera's frames are good for; none before the first.
    package var scene: Scene?
    /// Stages that missed their deadline.
    package var late: [Stage] = []
    /// Lines dropped so far, while the journal does not answer.
    package var journalSilent: UInt64?
    /// Whether the system's clock is known to be right.
    package var isClockSynchronized = false
    package var records = RecordsState()
    package var totals = DoorTotals()

    package init(name: String) { self.name = name }

    package struct Scene: Hashable, Sendable {
        package var reference: ReferenceState
        package var camera: CameraCondition
        /// Whether anybody may be measured without the reference body.
        package var needsReference: Bool

        package init(reference: ReferenceState, camera: CameraCondition, needsReference: Bool) {
            self.reference = reference
            self.camera = camera
            self.needsReference = needsReference
        }
    }

    /// One line.
    package var words: String {
        let journal = journalSilent.map { "; journal not answering, \($0) lines dropped" } ?? ""
        return doing + records.words + journal
    }

    private var doing: String {
        if !late.isEmpty {
            let names = late.map(\.rawValue).joined(separator: " and ")
            return "stuck: \(names) missed its deadline"
        }
        guard case .streaming = camera else { return "waiting: \(camera.words)" }
        guard let scene else { return "waiting: \(name), no frame yet" }
        guard scene.camera == .ready else { return "camera \(scene.camera.words)" }
        if scene.reference == .none { return "screening: \(name), no reference" }
        if scene.needsReference, scene.reference != .tracked {
            return "screening paused: reference \(scene.reference.rawValue)"
        }
        return "screening: \(name), reference \(scene.reference.rawValue)"
    }
}
