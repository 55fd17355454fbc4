import Capture
import Radiometry
import Screening
import Settings

/// One recording held against its label.
///
/// A screening matches a presentation when it comes between 0.3 s before the face is shown and 1 s after it is gone; each
/// matches once, a measurement before a refusal. A refusal counts when its reason is `covered` or `cold`.
public struct RecordingScore: Sendable {
    public let label: RecordingLabel
    public let presentations: [PresentationScore]
    /// Measurements that match no presentation, beyond those that the label allows.
    public let extra: Int
    /// Presentations without a result, beyond those that the label allows.
    public let missed: Int
    /// Undecided screenings by their reason.
    public let undecided: [UndecidedReason: Int]
    public let passages: Int
    public let frames: Int
    public let trackedFrames: Int
    /// Tracked frames whose disc lies within 3 pixels of the label; `nil` where the label tells no disc.
    public let trackedNearLabel: Int?
    public let nanosecondsPerFrame: Double

    public static let early = 0.3
    public static let late = 1.0

    /// - Parameters:
    ///   - path: of the recording.
    ///   - settings: of the door; the label's rotation and reference go before.
    public init(path: String, label: RecordingLabel, settings: Settings) throws(CaptureError) {
        var settings = settings
        if let rotation = label.rotation { settings.camera.rotation = rotation }
        if let reference = label.reference { settings.reference.temperature = reference }
        self.init(try RecordingObservation(path: path, label: label, settings: settings), label)
    }

    private init(_ seen: RecordingObservation, _ label: RecordingLabel) {
        var left = seen.screenings
        var scores: [PresentationScore] = []
        for (index, presentation) in label.presentations.enumerated() {
            let match = Self.match(presentation, in: left).map { left.remove(at: $0) }
            scores.append(Self.score(presentation, match, seen, box: seen.boxReadings[index]))
        }
        self.label = label
        presentations = scores
        extra = max(0, left.count { $0.outcome != .undecided } - label.mayExceed)
        missed = max(0, scores.count { !$0.isFound } - label.mayMiss)
        undecided = seen.screenings.reduce(into: [:]) { counts, screening in
            if let reason = screening.reason { counts[reason, default: 0] += 1 }
        }
        passages = seen.passages.count
        frames = seen.frames
        trackedFrames = seen.trackedFrames
        trackedNearLabel = label.disc == nil ? nil : seen.trackedNearLabel
        nanosecondsPerFrame = seen.nanosecondsPerFrame
    }

    /// The share of frames in which the reference body is tracked.
    public var trackedShare: Double { Double(trackedFrames) / Double(max(1, frames)) }

    private static func match(_ presentation: RecordingLabel.Presentation, in screenings: [Screening]) -> Int? {
        let inTime = screenings.indices.filter { index in
            let time = Double(screenings[index].time) / 1e9
            return presentation.faceFrom - early <= time && time <= presentation.faceTo + late
        }
        return inTime.first { screenings[$0].outcome != .undecided }
            ?? inTime.first { screenings[$0].isHonestRefusal }
    }

    private static func score(
        _ presentation: RecordingLabel.Presentation, _ screening: Screening?, _ seen: RecordingObservation, box: Double?
    ) -> PresentationScore {
        let skin = screening?.skin?.celsius
        let result: PresentationScore.Result =
            if let screening { screening.reason.map { .refused($0) } ?? .measured } else { .missed }
        return PresentationScore(
            label: presentation, result: result,
            timeToResult: screening.map { Double($0.time) / 1e9 - presentation.faceFrom }, skin: skin,
            halvesApart: PresentationScore.halvesApart(seen.samples, of: presentation),
            againstBox: skin.flatMap { skin in box.map { skin - $0 } })
    }
}

extension Screening {
    /// Whether it refuses to measure a face that can't be measured honestly.
    fileprivate var isHonestRefusal: Bool { reason == .covered || reason == .cold }
}
