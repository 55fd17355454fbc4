import Capture
import Screening
import Settings
import Simulation

/// The pipeline on a simulated person who comes and stands, at one frame size.
struct StageBench {
    static let heading = row("size", ["picture", "reference", "people", "decision", "all", "copy"])

    let line: String

    init(_ size: FrameSize) {
        var sensor = SensorSettings()
        sensor.size = size
        let scene = Scene.measurement(skin: 36, standing: 4, seed: 5, sensor: sensor)
        var simulator = CameraSimulator(scene: scene)
        var pixels = [UInt16](repeating: 0, count: size.pixelCount)
        var frames: [(FrameHeader, [UInt16])] = []
        while let header = simulator.render(into: &pixels) { frames.append((header, pixels)) }
        var settings = Settings()
        if let reference = scene.truth().reference { settings.reference.temperature = reference.temperature }

        let runs = (0..<5).map { _ in Self.run(frames, simulator.format, settings) }
        let best = runs.min { $0.all < $1.all } ?? Run()
        let values = [best.picture, best.reference, best.people, best.decision, best.all, Self.copy(frames)]
        line = Self.row("\(size.width)x\(size.height)", values.map { "\(($0 * 10).rounded() / 10)" })
    }

    private struct Run {
        var picture = 0.0
        var reference = 0.0
        var people = 0.0
        var decision = 0.0
        var all: Double { picture + reference + people + decision }
    }

    private static func run(_ frames: [(FrameHeader, [UInt16])], _ format: FrameFormat, _ settings: Settings) -> Run {
        let pipeline = ScreeningPipeline(format: format, settings: settings)
        for frame in frames.prefix(10) { pipeline.process(frame.0, frame.1.span) { _ in } }
        pipeline.stageTimes = StageTimes()
        for frame in frames.dropFirst(10) { pipeline.process(frame.0, frame.1.span) { _ in } }
        let times = pipeline.stageTimes ?? StageTimes()
        let count = Double(max(1, times.frames))
        return Run(
            picture: microseconds(times.picture) / count, reference: microseconds(times.reference) / count,
            people: microseconds(times.people) / count, decision: microseconds(times.decision) / count)
    }

    private static func copy(_ frames: [(FrameHeader, [UInt16])]) -> Double {
        var target = frames[0].1
        var sum: UInt64 = 0
        let spent = ContinuousClock().measure {
            for frame in frames {
                target.replaceSubrange(0..<target.count, with: frame.1)
                sum &+= UInt64(target[frame.1.count / 2])
            }
        }
        return sum == 0 ? 0 : microseconds(spent) / Double(frames.count)
    }

    private static func row(_ name: String, _ values: [String]) -> String {
        let cells = values.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }
        return name + String(repeating: " ", count: max(1, 9 - name.count)) + cells.joined()
    }
}

func microseconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) * 1e6 + Double(attoseconds) / 1e12
}
