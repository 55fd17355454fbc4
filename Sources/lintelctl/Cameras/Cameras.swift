import ArgumentParser
import Capture
import Screening
import Settings

/// `lintelctl cameras`: the cameras of this machine, or a test of one.
struct Cameras: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the cameras of this machine with the profiles that fit, or test one.",
        discussion: """
            Without --test every capture device is asked what it offers; no frame is taken. The list tells what to write \
            into camera.device so that the camera is found again after it was plugged in elsewhere, the profile that \
            fits, and why others do not.

            --test streams from DEVICE (a path, a stable identity, "auto", "simulated" or a .cptv recording) and reports \
            frame rate, jitter, losses, noise, the scene and whether the reference body was found. Frames are looked at \
            in memory and forgotten. A running linteld holds its camera: stop it first.

            Exit codes: 0 done, 65 a recording is damaged, 69 there is no camera or it delivers no frame, 78 the \
            configuration is not valid.
            """)

    @Option(help: ArgumentHelp("Test this camera.", valueName: "device"))
    var test: String?

    @Option(help: "Seconds that a test takes.")
    var seconds: Double = 10

    @Option(help: ArgumentHelp("The configuration of the door; without it the defaults.", valueName: "file"))
    var config: String?

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: ArgumentHelp("Set one key, such as camera.profile=generic-y16; may be repeated.", valueName: "key=value"))
    var overrides: [String] = []

    @Option(help: ArgumentHelp("What stands for / when sysfs is read.", visibility: .hidden))
    var root = "/"

    func validate() throws {
        guard (1...3600).contains(seconds) else { throw ValidationError("--seconds is a number from 1 to 3600.") }
    }

    func run() throws {
        let settings = try loadSettings()
        do throws(CaptureError) {
            if let device = test {
                let report = try CameraTestRun(settings: settings, seconds: seconds).run()
                guard report.frames > 0 else { throw Self.noFrame(device) }
                print("\(device)\n\(report.text)")
            } else {
                try list(settings.camera)
            }
        } catch {
            StandardError.write("\(error)\n")
            throw ExitCode(settings.camera.isLive || test == nil ? Self.unavailable : Self.damaged)
        }
    }

    private static let unavailable: Int32 = 69
    private static let damaged: Int32 = 65

    private func loadSettings() throws -> Settings {
        // A test neither works a gate nor keeps records, so that a device that does not go with them may be tested.
        let device = test.map { ["camera.device=\($0)", "gate.output=none"] } ?? []
        do {
            return try config.map { path throws(SettingsError) in
                try SettingsLoader.load(path: path, overrides: overrides + device)
            } ?? SettingsLoader.defaults(overrides: overrides + device)
        } catch {
            StandardError.write("\(error)\n")
            throw ExitCode(SettingsError.exitCode)
        }
    }

    private func list(_ settings: CameraSettings) throws(CaptureError) {
        let entries = CameraList.nodes(root: root).map { node in
            CameraListing.Entry(node: node, answer: Self.ask(node, settings))
        }
        guard !entries.isEmpty else { throw CameraListing.noCamera }
        print(CameraListing(entries).text)
    }

    private static func ask(
        _ node: CameraNode, _ settings: CameraSettings
    ) -> Result<CameraListing.Answer, CaptureError> {
        Result { () throws(CaptureError) in
            let offer = try CameraOffer.ask(node, settings: settings)
            return CameraListing.Answer(formats: offer.formats, result: offer.result)
        }
    }

    private static func noFrame(_ device: String) -> CaptureError {
        CaptureError(
            what: device, cause: "no frame came",
            remedy: "Unplug the camera and plug it in again; see that no other program uses it, and `dmesg`.")
    }
}
