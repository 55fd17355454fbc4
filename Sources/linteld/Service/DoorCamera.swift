import Capture
import Settings
import Simulation

/// The camera that the configuration names, opened.
struct DoorCamera {
    let source: any FrameSource
    /// What it is, in words.
    let name: String
    /// Whether its frames show nobody: only then may a picture of them be seen.
    let isSimulated: Bool

    /// - Throws: exit code 69 when there is no such camera.
    static func open(_ settings: Settings) throws(ServiceFailure) -> DoorCamera {
        let device = settings.camera.device
        do throws(CaptureError) {
            if device == "simulated" {
                let camera = try SimulatedCamera(settings: settings.simulation, rotation: settings.camera.rotation)
                return DoorCamera(source: camera, name: "simulated camera", isSimulated: true)
            }
            if device.hasSuffix(".cptv") {
                let player = try RecordingPlayer(path: device, pace: .realTime)
                return DoorCamera(source: player, name: "recording \(device)", isSimulated: false)
            }
        } catch {
            throw .unavailable(error.description)
        }
        throw .unavailable(
            """
            camera.device is "\(device)": this version opens the simulated camera and recordings only
              Set device = "simulated" or the path of a .cptv file.
            """)
    }
}
