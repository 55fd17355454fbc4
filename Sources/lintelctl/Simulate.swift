import ArgumentParser
import Capture
import Settings
import Simulation

/// `lintelctl simulate`: a recording of a simulated scene, with its truth beside it.
struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a recording (CPTV) of a simulated scene, and the truth about it as JSON beside it.",
        discussion: """
            The same kind and seed give the same recording. The truth says who presented when, with what true skin \
            temperature, who crossed the door, and where the reference body is.
            """)

    @Option(help: "What happens: \(ScenarioKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var kind = ScenarioKind.approachAndStop

    @Option(help: "The seed of the scene.")
    var seed: UInt64 = 1

    @Option(help: "Columns of the camera.")
    var width = 120

    @Option(help: "Rows of the camera.")
    var height = 160

    @Option(help: "Frames a second.")
    var framesPerSecond = 9.0

    @Argument(
        help: ArgumentHelp("The recording to write; the truth goes to the same name with .json.", valueName: "file"))
    var output: String

    func validate() throws {
        guard (16...1280).contains(width), (16...1024).contains(height) else {
            throw ValidationError("--width is a number from 16 to 1280, --height from 16 to 1024.")
        }
        guard (0.5...240).contains(framesPerSecond) else {
            throw ValidationError("--frames-per-second is a number from 0.5 to 240.")
        }
    }

    func run() throws {
        var sensor = SensorSettings()
        sensor.size = FrameSize(width: width, height: height)
        sensor.framesPerSecond = framesPerSecond
        sensor.flatField.telemetry = true
        let scene = Scene(kind, seed: seed, sensor: sensor)
        try record(scene)
        let base = output.hasSuffix(".cptv") ? String(output.dropLast(5)) : output
        try OutputFile.write(Array((try scene.truth().json() + "\n").utf8), to: base + ".json")
    }

    private func record(_ scene: Scene) throws {
        var camera = CameraSimulator(scene: scene)
        let header = CPTVHeader(
            size: camera.format.size, framesPerSecond: UInt8(clamping: Int(framesPerSecond.rounded())),
            device: "simulated", model: "simulated", brand: "lintel")
        var writer = try CPTVWriter(path: output, header: header)
        var pixels = [UInt16](repeating: 0, count: camera.format.size.pixelCount)
        while let frame = camera.render(into: &pixels) {
            let uptime = frame.flatField?.uptime ?? UInt32(clamping: frame.timestamp / 1_000_000)
            try writer.append(
                CPTVFrame(uptime: uptime, lastCorrection: frame.flatField?.lastCorrection), pixels.span)
        }
        _ = try writer.finish()
    }
}

extension ScenarioKind: ExpressibleByArgument {}
