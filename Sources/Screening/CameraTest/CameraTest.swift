import Capture
import Radiometry
import Settings

/// Looks at a camera's stream for a while and reports how good it is. Keeps two frames, and no more when it is gone.
public struct CameraTest {
    private let format: FrameFormat
    private let settings: Settings
    private let pipeline: ScreeningPipeline
    private var noise = NoiseEstimate()
    private var last: FrameHeader?
    private var lastPixels: [UInt16] = []
    private var first: Int64?
    private var frames = 0
    private var lowest = UInt16.max
    private var highest = UInt16.min
    private var medians: [UInt16] = []
    /// Milliseconds between frames that follow each other.
    private var intervals: [Double] = []
    private var account = FrameCounters()
    /// Frames that the source told to be lost since the last good one.
    private var lostSince: UInt64 = 0
    private var telemetryFrames = 0
    private var corrections = 0
    private var trackedFrames = 0

    /// - Parameters:
    ///   - format: of the frames that will be taken.
    ///   - settings: for the reference body and the rotation.
    public init(format: FrameFormat, settings: Settings) {
        self.format = format
        self.settings = settings
        pipeline = ScreeningPipeline(format: format, settings: settings)
    }

    /// Takes one frame of the format's size.
    public mutating func take(_ header: FrameHeader, _ pixels: Span<UInt16>) {
        guard pixels.count == format.size.pixelCount, !pixels.isEmpty else { return }
        let missing = last.map { header.sequence &- $0.sequence &- 1 } ?? 0
        let follows = last != nil && missing == 0 && header.formatGeneration == last?.formatGeneration
        if follows, let last { intervals.append(Double(header.timestamp - last.timestamp) / 1e6) }
        // A numbering that runs backwards begins anew: nothing is known to be missing.
        if missing < 1 << 32 { account.gap += missing > lostSince ? missing - lostSince : 0 }
        lostSince = 0
        note(header, pixels)
        let isSteady = header.flatField.map { !$0.inProgress } ?? true
        noise.take(pixels, follows: follows && isSteady)
        pipeline.process(header, pixels) { _ in }
        if pipeline.scene.reference == .tracked { trackedFrames += 1 }
        last = header
        frames += 1
    }

    /// Takes the news that a frame was lost at the source.
    public mutating func lose(_ cause: LossCause) {
        lostSince += 1
        switch cause {
        case .ringFull: account.ringFull += 1
        case .error: account.error += 1
        case .short: account.short += 1
        case .gap: account.gap += 1
        }
    }

    /// Replaces the account of losses by that of the ring through which the frames came.
    public mutating func take(_ counters: FrameCounters) { account = counters }

    private mutating func note(_ header: FrameHeader, _ pixels: Span<UInt16>) {
        if first == nil { first = header.timestamp }
        if let telemetry = header.flatField {
            telemetryFrames += 1
            let before = last?.flatField?.lastCorrection
            if let before, before != telemetry.lastCorrection { corrections += 1 }
        }
        if lastPixels.count != pixels.count { lastPixels = [UInt16](repeating: 0, count: pixels.count) }
        for index in pixels.indices { lastPixels[index] = pixels[index] }
        lastPixels.sort()
        medians.append(lastPixels[lastPixels.count / 2])
        // Defective pixels, a thousandth of them, are no part of the scene.
        let aside = lastPixels.count / 1000
        lowest = min(lowest, lastPixels[aside])
        highest = max(highest, lastPixels[lastPixels.count - 1 - aside])
    }

    // MARK: The report

    /// What was seen so far.
    public var report: CameraTestReport {
        let median = medians.isEmpty ? 0 : medians.sorted()[medians.count / 2]
        let mode = wrongMode(median)
        let map = mode == nil && format.canMeasure ? countsMap(median) : nil
        return CameraTestReport(
            frames: frames, seconds: Double((last?.timestamp ?? 0) - (first ?? 0)) / 1e9,
            intervals: CameraTestReport.Intervals(intervals), lost: account,
            counts: frames == 0 ? nil : CameraTestReport.Scene(lowest: lowest, median: median, highest: highest),
            map: map, canMeasure: format.canMeasure, wrongMode: frames == 0 ? nil : mode, noise: noise.counts,
            noisePairs: noise.pairs, identicalPairs: noise.identicalPairs, telemetryFrames: telemetryFrames,
            corrections: corrections, reference: reference, condition: frames == 0 ? nil : pipeline.scene.camera)
    }

    private var reference: CameraTestReport.Reference {
        guard settings.reference.mode != .none else { return .notExpected }
        guard let disc = pipeline.scene.disc else {
            return trackedFrames > 0 ? .lost(share: share) : .notFound
        }
        return .found(disc, share: share)
    }

    private var share: Double { Double(trackedFrames) / Double(max(1, frames)) }

    private func countsMap(_ median: UInt16) -> CountsMap? {
        if let map = format.countsMap { return map }
        guard case .temperature(let map) = RadiometricMode.recognise(median: median) else { return nil }
        return map
    }

    /// Without a profile's word the counts are judged as a Lepton's, as recordings hold them.
    private func wrongMode(_ median: UInt16) -> WrongMode? {
        guard format.canMeasure else { return nil }
        return WrongMode.recognise(
            median: median, highest: highest, map: format.countsMap ?? .tlinear100,
            plausible: format.plausible ?? 5...45)
    }
}
