import ArgumentParser
import Capture
import Settings

/// `lintel-testbed screen`: runs a live camera through the daemon's pipeline and prints what it decides, as a replay does.
///
/// The daemon itself tells nobody a temperature, and `lintelctl replay` takes no camera: this is how the two are compared.
struct Screen: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Screen what a live camera shows until it falls silent, and print a JSON object a line.",
        discussion: """
            Prints "streaming" on standard error once the camera streams. Ends when no frame came for --silence seconds \
            after the first one, or after --frames frames.
            """)

    @Option(help: "The configuration of the door.")
    var config: String

    @Option(help: "End when no frame came for this many seconds.")
    var silence: Double = 2

    @Option(help: "End after this many frames.")
    var frames = Int.max

    func run() throws {
        let settings = try SettingsLoader.load(path: config, overrides: [])
        let screening = LiveScreening(settings: settings)
        let camera = try LiveCamera(settings: settings.camera, report: { screening.enter($0) })
        let loop = try CaptureLoop(
            source: camera, attach: { screening.attach($0) }, onFrame: { screening.wake() },
            onEnd: { _ in screening.wake() })
        screening.run(frames: frames, silence: silence)
        loop.stop()
        screening.finish()
    }
}
