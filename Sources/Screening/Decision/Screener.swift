import Radiometry
import Settings

/// Decides for each track: in view, presenting, measuring, decided; and why not.
///
/// | state | becomes | when |
/// | --- | --- | --- |
/// | in view | presenting | a face was seen near enough for `facingTime` |
/// | presenting | measuring | the first sample of a settled, steady face |
/// | measuring | decided (normal, elevated) | enough samples (`MeasuringRule`), more where the threshold is near |
/// | presenting, measuring | decided (undecided + reason) | no face for 2 s, out of view, or 8 s |
/// | decided | in view | out of view for 2 s ends the track |
struct Screener: Sendable {
    private let settings: Settings
    private let skin: SkinReading
    private var rule: ElevationRule

    static let facingTime: Int64 = 400_000_000
    static let mostTime: Int64 = 8_000_000_000
    static let patience: Int64 = 2_000_000_000
    /// Skin colder than this just came in from the cold, or is covered: of 4,013 canthus readings indoors (FDA, "Facial and
    /// oral temperature data", FLIR) the lowest is 33.85 °C and one in a thousand lies below 34.4.
    static let coldSkin = 33.5

    init(settings: Settings) {
        self.settings = settings
        skin = SkinReading(settings)
        rule = ElevationRule(settings.screening)
    }

    /// The same door by other settings: what is usual here is still known, unless temperatures are taken otherwise.
    func with(_ settings: Settings) -> Screener {
        var copy = Screener(settings: settings)
        if settings.reference == self.settings.reference, settings.screening.room == self.settings.screening.room {
            copy.rule = rule.with(settings.screening)
        }
        return copy
    }

    /// The camera began anew.
    mutating func beginStream() { rule.forgetReadingsWithoutReference() }

    /// Takes one frame of one track; returns its outcome when it becomes final.
    ///
    /// - Parameters:
    ///   - known: whether this face was screened under another track within the last 2 s.
    ///   - alone: whether nobody else is seen.
    mutating func observe(_ track: inout Track, _ conditions: FrameConditions, known: Bool, alone: Bool) -> Screening? {
        if track.matched, !alone { track.isAlone = false }
        let head = track.head
        let seen = track.matched && head.width >= conditions.leastWidth
        let facing = seen && track.isNotFurniture && FaceRule.isFacing(head, conditions)
        if facing {
            track.lastFace = conditions.now
            track.faceX = head.centreX
            track.faceWidth = head.width
        }
        track.sample =
            facing && track.movement < FaceRule.mostMovement && conditions.obstacle == nil
            ? Sample(head, movement: track.movement, conditions) : nil
        guard track.phase != .decided else { return nil }
        if known, facing {
            track.phase = .decided
            return nil
        }
        track.facing = max(0, min(Self.facingTime * 3, track.facing + (facing ? conditions.step : -conditions.step)))
        track.prompt = prompt(track, seen: seen, facing: facing, conditions)
        if let sample = track.sample { track.samples.add(sample, enough: MeasuringRule.fewSamples) }
        if track.phase == .inView, track.facing >= Self.facingTime {
            track.phase = .presenting
            track.presentingSince = conditions.now
        }
        guard track.phase != .inView else {
            if !facing, track.facing == 0 { track.samples.clear() }
            return nil
        }
        if track.matched, let prompt = track.prompt { track.hindrances.add(prompt, conditions.step) }
        if track.samples.count > 0 { track.phase = .measuring }
        let began = track.presentingSince ?? conditions.now
        if isMeasured(track.samples, enough: MeasuringRule.samples(after: conditions.now - began)) {
            track.keepReading()
        }
        if let samples = track.reading, !needsMore(samples, track, since: began, conditions) {
            return decide(&track, conditions)
        }
        let over = conditions.now - track.lastFace > Self.patience || conditions.now - began > Self.mostTime
        return over ? giveUp(&track, conditions) : nil
    }

    /// The outcome of a track that went out of view, if it presented.
    ///
    /// - Parameter cause: why the camera saw nothing meanwhile, when it was not the person who went.
    mutating func end(_ track: Track, _ conditions: FrameConditions, cause: UndecidedReason? = nil) -> Screening? {
        guard track.isPresenting else { return nil }
        var copy = track
        return giveUp(&copy, conditions, cause: cause)
    }

    private func isMeasured(_ samples: SampleWindow, enough: Int) -> Bool {
        samples.count >= enough && samples.best.spread <= MeasuringRule.greatestSpread
    }

    /// Whether more samples of this face can come and are worth waiting for: the person is still coming closer, or the
    /// threshold lies within the reading's uncertainty.
    private func needsMore(
        _ samples: SampleWindow, _ track: Track, since began: Int64, _ conditions: FrameConditions
    ) -> Bool {
        guard conditions.now - began < MeasuringRule.mostTime, !samples.isFull,
            conditions.now - track.lastFace < MeasuringRule.patience
        else { return false }
        if track.samples.isComingCloser { return true }
        let reading = skin.measure(samples)
        return reading.celsius >= Self.coldSkin
            && abs(excess(reading, byReference: samples.byReference)) <= reading.uncertainty
    }

    private func excess(_ reading: Measurement, byReference: Bool) -> Double {
        rule.excess(skin: reading.celsius, room: settings.screening.room, byReference: byReference)
    }

    private mutating func decide(_ track: inout Track, _ conditions: FrameConditions) -> Screening {
        let samples = track.reading ?? track.samples
        let reading = skin.measure(samples)
        // Below dark glasses the canthi may be as warm as ever.
        if reading.celsius < Self.coldSkin {
            return undecided(&track, samples.areEyesCovered ? .covered : .cold, conditions)
        }
        let byReference = samples.byReference
        let outcome: Outcome = excess(reading, byReference: byReference) >= 0 ? .elevated : .normal
        rule.note(skin: reading.celsius, room: settings.screening.room, byReference: byReference)
        return finish(&track, outcome, reading, nil, conditions)
    }

    /// The end of a presentation: a reading if there are samples enough for one, else undecided for what hindered it longest.
    private mutating func giveUp(
        _ track: inout Track, _ conditions: FrameConditions, cause: UndecidedReason? = nil
    ) -> Screening {
        if track.reading != nil || isMeasured(track.samples, enough: MeasuringRule.fewSamples) {
            return decide(&track, conditions)
        }
        return undecided(&track, cause ?? track.hindrances.longest ?? conditions.obstacle ?? .turnedAway, conditions)
    }

    private func undecided(_ track: inout Track, _ reason: UndecidedReason, _ conditions: FrameConditions) -> Screening
    {
        finish(&track, .undecided, nil, reason, conditions)
    }

    private func finish(
        _ track: inout Track, _ outcome: Outcome, _ skin: Measurement?, _ reason: UndecidedReason?,
        _ conditions: FrameConditions
    ) -> Screening {
        let screening = Screening(
            track: track.number, time: conditions.now, frame: conditions.frame, outcome: outcome, skin: skin,
            reference: (skin == nil ? conditions.byReference : (track.reading ?? track.samples).byReference)
                ? settings.reference.temperature : nil, reason: reason,
            box: track.head.box(binning: conditions.binning), began: track.presentingSince,
            wasAlone: track.isAlone)
        track.phase = .decided
        track.prompt = nil
        track.screening = screening
        return screening
    }

    private func prompt(
        _ track: Track, seen: Bool, facing: Bool, _ conditions: FrameConditions
    ) -> UndecidedReason? {
        if let obstacle = conditions.obstacle { return obstacle }
        if !seen { return track.head.width < conditions.leastWidth ? .tooFar : track.prompt }
        if !facing { return FaceRule.hindrance(of: track.head) }
        return track.movement >= FaceRule.mostMovement ? .moving : nil
    }
}
