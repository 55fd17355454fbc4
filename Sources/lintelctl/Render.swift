import ArgumentParser
import Capture
import Picture
import Screening
import Settings
import Simulation

/// `lintelctl render`: a picture of one moment, as the screening stage saw it.
struct Render: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a PNG of one moment of the simulated door or of a recording, with what was seen in it.",
        discussion: """
            Runs the same pipeline as the daemon up to that moment, so the picture shows what the daemon would have \
            measured. Recordings are those that you name; nothing else is read.
            """)

    @Flag(help: "Render the simulated door.")
    var simulated = false

    @Option(help: ArgumentHelp("Render this recording.", valueName: "file"))
    var recording: String?

    @Option(help: "The seed of the simulated door.")
    var seed: UInt64 = 1

    @Option(help: "The moment, seconds from the first frame.")
    var at: Double = 5

    @Option(help: "Pixels of the picture for each of the camera's.")
    var scale = 4

    @Option(help: ArgumentHelp("The configuration of the door.", valueName: "file"))
    var config: String?

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: ArgumentHelp("Override one key; may be repeated.", valueName: "key=value"))
    var overrides: [String] = []

    @Argument(help: ArgumentHelp("The PNG to write.", valueName: "file"))
    var output: String

    func validate() throws {
        guard simulated != (recording != nil) else {
            throw ValidationError("Give either --simulated or --recording FILE.")
        }
        guard (0...86_400).contains(at) else { throw ValidationError("--at is a number from 0 to 86400.") }
        guard (1...16).contains(scale) else { throw ValidationError("--scale is a number from 1 to 16.") }
    }

    func run() throws {
        let settings: Settings
        do {
            settings = try loadSettings()
        } catch let error as SettingsError {
            StandardError.write("\(error)\n")
            throw ExitCode(SettingsError.exitCode)
        }
        let canvas = try draw(openSource(settings), settings)
        try OutputFile.write(PNGImage(canvas).bytes, to: output)
    }

    /// Without a file the simulated door is upright and knows its own reference body.
    private func loadSettings() throws -> Settings {
        var changes = simulated ? ["simulation.seed=\(seed)"] : []
        if let config { return try SettingsLoader.load(path: config, overrides: changes + overrides) }
        if simulated {
            changes += ["simulation.width=120", "simulation.height=160"]
            let door = CameraSimulator(
                settings: try SettingsLoader.defaults(overrides: changes).simulation, rotation: .none)
            if let body = door.scene.truth().reference { changes.append("reference.temperature_c=\(body.temperature)") }
        }
        return try SettingsLoader.defaults(overrides: changes + overrides)
    }

    private func openSource(_ settings: Settings) throws -> any FrameSource {
        if let recording { return try RecordingPlayer(path: recording, pace: .asFastAsPossible) }
        return try SimulatedCamera(
            settings: settings.simulation, rotation: settings.camera.rotation, pace: .asFastAsPossible)
    }

    /// Screens every frame up to the moment and draws the last one.
    private func draw(_ opened: any FrameSource, _ settings: Settings) throws -> Canvas {
        var source = opened
        guard let format = source.format else { throw CommandFailure("the source has no frames") }
        let pipeline = ScreeningPipeline(format: format, settings: settings)
        var maker = PictureMaker(source: format.size, rotation: settings.camera.rotation)
        let size = maker.sampler.upright
        var pixels = [UInt16](repeating: 0, count: format.size.pixelCount)
        var first: Int64?
        while true {
            var span = pixels.mutableSpan
            guard case .frame(let header) = try source.dequeue(into: &span) else {
                throw CommandFailure("there is no frame at \(at) s\n  Choose an earlier moment with --at.")
            }
            pipeline.process(header, pixels.span) { _ in }
            let picture = maker.picture(of: pixels.span, fitting: size)
            let start = first ?? header.timestamp
            first = start
            guard Double(header.timestamp - start) / 1e9 >= at else { continue }
            var canvas = Canvas(picture, palette: .inferno, scale: scale)
            canvas.draw(
                Overlay(pipeline.scene, uprightSize: size), thickness: max(1, scale / 3),
                fontScale: scale > 1 ? max(1, scale / 2) : 0)
            return canvas
        }
    }
}
