import Capture
import Settings
import Simulation

/// The camera that the configuration names.
enum DoorCamera: Hashable, Sendable {
    case simulated
    /// Plays the recording at this path in real time.
    case recording(path: String)
    /// A camera that sees people; it may be absent, and come and go.
    case live(CameraSettings)

    init(_ settings: CameraSettings) {
        if settings.isLive {
            self = .live(settings)
        } else if settings.device == "simulated" {
            self = .simulated
        } else {
            self = .recording(path: settings.device)
        }
    }

    /// What it is, in words.
    var name: String {
        switch self {
        case .simulated: "simulated camera"
        case .recording(let path): "recording \(path)"
        case .live(let settings): settings.device == "auto" ? "a camera with a profile" : "camera \(settings.device)"
        }
    }

    /// Whether its frames show nobody: only then may a picture of them be seen.
    var isSimulated: Bool { self == .simulated }

    /// Whether it is one that sees people as they come: its frames' clock is that of the system.
    var isLive: Bool {
        switch self {
        case .live: true
        case .simulated, .recording: false
        }
    }

    /// Opens it; a live camera opens itself, later, when it is there.
    ///
    /// - Parameter report: told what a live camera does, on the capture thread.
    func open(
        _ settings: Settings, commands: CameraCommands, report: CameraReport
    ) throws(CaptureError) -> sending any FrameSource {
        switch self {
        case .simulated:
            return try SimulatedCamera(
                settings: settings.simulation, rotation: settings.camera.rotation,
                referenceTemperature: settings.reference.temperature)
        case .recording(let path):
            return try RecordingPlayer(path: path, pace: .realTime)
        case .live(let camera):
            return try LiveCamera(
                settings: camera, commands: commands, report: { report.take($0) }, notice: { report.take($0) })
        }
    }
}
