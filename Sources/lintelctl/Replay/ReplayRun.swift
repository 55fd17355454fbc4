import Capture
import Radiometry
import Screening
import Settings

/// One recording's way through the pipeline.
struct ReplayRun {
    let path: String
    let settings: Settings
    let trace: Bool

    /// Prints the lines of this recording; a damaged one gives those of its good frames, then throws.
    func run(print: (String) -> Void) throws(CaptureError) {
        var reader = try RecordingReader(path: path)
        let pipeline = ScreeningPipeline(format: reader.format, settings: settings)
        let lines = ReplayLines(recording: baseName)
        var tally = ReplayTally()
        var pixels = [UInt16](repeating: 0, count: reader.format.size.pixelCount)
        var failure: CaptureError?
        let clock = ContinuousClock()
        while true {
            do {
                var span = pixels.mutableSpan
                guard let header = try reader.nextFrame(into: &span) else { break }
                let spent = clock.measure {
                    pipeline.process(header, pixels.span) { print(tally.note($0, lines)) }
                }
                tally.note(header, spent: spent, scene: pipeline.scene)
                if trace { print(lines.frame(header, pipeline.scene)) }
            } catch {
                failure = error
                break
            }
        }
        pipeline.finish { print(tally.note($0, lines)) }
        print(lines.summary(tally))
        if let failure { throw failure }
    }

    private var baseName: String {
        String(path.split(separator: "/").last ?? "")
    }
}
