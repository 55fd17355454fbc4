import Capture
import Journal
import Radiometry
import Screening

/// What the door is doing, as `systemctl status` says it. Nothing in here is about a person.
struct DoorState: Hashable, Sendable {
    var camera = CameraState.opening
    /// What is watched, in words: the camera that gave frames last.
    var name: String
    /// What the camera's frames are good for; none before the first.
    var scene: Scene?
    /// Stages that missed their deadline.
    var late: [Stage] = []
    /// Lines dropped so far, while the journal does not answer.
    var journalSilent: UInt64?

    struct Scene: Hashable, Sendable {
        var reference: ReferenceState
        var camera: CameraCondition
        /// Whether anybody may be measured without the reference body.
        var needsReference: Bool
    }

    /// One line.
    var words: String {
        let journal = journalSilent.map { "; journal not answering, \($0) lines dropped" } ?? ""
        return doing + journal
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
