import ArgumentParser
import Capture
import Screening
import Settings

/// `lintel-testbed interrupt`: finds when a camera must fail so that somebody before it can't be measured any more.
struct Interrupt: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print after how many seconds of a recording a camera that fails leaves somebody undecided.",
        discussion: "Exits with 1 when there is no such moment: nobody presents, or a glance is enough to measure.")

    @Option(help: "How the camera was turned.")
    var rotation = 0

    @Argument(help: "A CPTV recording.")
    var recording: String

    func run() throws {
        let settings = try SettingsLoader.defaults(overrides: ["camera.rotation=\(rotation)"])
        let frames = try readFrames()
        let moments = frames.indices.dropFirst().filter { outcomes(frames.prefix($0), settings) == [.undecided] }
        // In the middle of the moments that follow each other: one frame more or less changes nothing.
        guard let first = moments.first else { throw ExitCode(1) }
        let run = moments.enumerated().prefix { $0.element == first + $0.offset }
        StandardStreams.writeLine("\(Double(frames[first + run.count / 2].header.timestamp) / 1e9 - 0.05)")
    }

    private struct Frame {
        let header: FrameHeader
        let pixels: [UInt16]
    }

    private func readFrames() throws -> [Frame] {
        var reader = try RecordingReader(path: recording)
        var pixels = [UInt16](repeating: 0, count: reader.format.size.pixelCount)
        var frames: [Frame] = []
        while true {
            var span = pixels.mutableSpan
            guard let header = try reader.nextFrame(into: &span) else { return frames }
            frames.append(Frame(header: header, pixels: pixels))
        }
    }

    /// What a stream comes to that ends after these frames.
    private func outcomes(_ frames: ArraySlice<Frame>, _ settings: Settings) -> [Outcome] {
        guard let last = frames.last else { return [] }
        let format = FrameFormat(
            size: FrameSize(width: 160, height: 120), framesPerSecond: 9, countsMap: .tlinear100)
        let pipeline = ScreeningPipeline(format: format, settings: settings)
        var outcomes: [Outcome] = []
        func take(_ event: EntryEvent) {
            if case .screening(let screening) = event { outcomes.append(screening.outcome) }
        }
        for frame in frames { pipeline.process(frame.header, frame.pixels.span, emit: take) }
        pipeline.elapse(now: last.header.timestamp + 3_000_000_000, emit: take)
        return outcomes
    }
}
