import Capture
import Radiometry
import Screening
import Settings

/// What the pipeline made of one recording, kept for scoring.
struct RecordingObservation {
    /// What a frame shows of the widest face that could be measured in it.
    struct FaceSample {
        let time: Double
        let sample: Sample
    }

    private(set) var screenings: [Screening] = []
    private(set) var passages: [Passage] = []
    private(set) var samples: [FaceSample] = []
    private(set) var frames = 0
    /// Seconds from the first frame to the last.
    private(set) var seconds = 0.0
    private(set) var trackedFrames = 0
    /// Tracked frames whose disc's centre lies within 3 pixels of the label.
    private(set) var trackedNearLabel = 0
    /// For each presentation what its head box shows; `nil` without a box or a reference body.
    private(set) var boxReadings: [Double?] = []
    private(set) var nanosecondsPerFrame = 0.0

    static let discTolerance = 3.0

    /// Runs a recording through the pipeline that the daemon runs.
    ///
    /// - Parameter settings: with the label's rotation and reference in them.
    init(path: String, label: RecordingLabel, settings: Settings) throws(CaptureError) {
        var reader = try RecordingReader(path: path)
        let format = reader.format
        let pipeline = ScreeningPipeline(format: format, settings: settings)
        var pixels = [UInt16](repeating: 0, count: format.size.pixelCount)
        var boxes = label.presentations.map { $0.head.map(BoxReading.init) }
        let clock = ContinuousClock()
        var spent = Duration.zero
        while true {
            var span = pixels.mutableSpan
            guard let header = try reader.nextFrame(into: &span) else { break }
            spent += clock.measure { pipeline.process(header, pixels.span) { take($0) } }
            let time = Double(header.timestamp) / 1e9
            note(pipeline.scene, label, time)
            guard boxes.contains(where: { $0?.wants(time) ?? false }) else { continue }
            let counts = UprightCounts(pixels.span, size: format.size, rotation: settings.camera.rotation)
            let disc = label.disc ?? pipeline.scene.disc
            for index in boxes.indices where boxes[index]?.wants(time) ?? false {
                boxes[index]?.take(counts, disc: disc, time: time, settings: settings)
            }
        }
        pipeline.finish { take($0) }
        boxReadings = boxes.map { $0?.celsius }
        let (whole, attoseconds) = spent.components
        if frames > 0 { nanosecondsPerFrame = (Double(whole) * 1e9 + Double(attoseconds) / 1e9) / Double(frames) }
    }

    private mutating func take(_ event: EntryEvent) {
        switch event {
        case .screening(let screening): screenings.append(screening)
        case .passage(let passage): passages.append(passage)
        }
    }

    private mutating func note(_ scene: SceneState, _ label: RecordingLabel, _ time: Double) {
        frames += 1
        seconds = time
        if scene.reference == .tracked, let disc = scene.disc {
            trackedFrames += 1
            if let labelled = label.disc {
                let x = disc.x - labelled.x
                let y = disc.y - labelled.y
                if (x * x + y * y).squareRoot() <= Self.discTolerance { trackedNearLabel += 1 }
            }
        }
        let widest = scene.people.filter { $0.sample != nil }.max { $0.head.width < $1.head.width }
        if let sample = widest?.sample { samples.append(FaceSample(time: time, sample: sample)) }
    }
}
