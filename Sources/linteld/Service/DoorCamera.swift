import Capture
import Settings
import Simulation

/// The camera that the configuration names.
enum DoorCamera: Hashable, Sendable {
    case simulated
    /// Plays the recording at this path in real time.
    case recording(path: String)

    /// - Throws: exit code 69 when this version can't open such a camera.
    init(_ settings: CameraSettings) throws(ServiceFailure) {
        let device = settings.device
        if device == "simulated" {
            self = .simulated
        } else if device.hasSuffix(".cptv") {
            self = .recording(path: device)
        } else {
            throw .unavailable(
                """
                camera.device is "\(device)": this version opens the simulated camera and recordings only
                  Set device = "simulated" or the path of a .cptv file.
                """)
        }
    }

    /// What it is, in words.
    var name: String {
        switch self {
        case .simulated: "simulated camera"
        case .recording(let path): "recording \(path)"
        }
    }

    /// Whether its frames show nobody: only then may a picture of them be seen.
    var isSimulated: Bool { self == .simulated }

    /// - Throws: exit code 69 when it can't be opened.
    func open(_ settings: Settings) throws(ServiceFailure) -> sending any FrameSource {
        do throws(CaptureError) {
            switch self {
            case .simulated:
                return try SimulatedCamera(
                    settings: settings.simulation, rotation: settings.camera.rotation,
                    referenceTemperature: settings.reference.temperature)
            case .recording(let path):
                return try RecordingPlayer(path: path, pace: .realTime)
            }
        } catch {
            throw .unavailable(error.description)
        }
    }
}
