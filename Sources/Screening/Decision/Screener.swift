import Radiometry
import Settings

/// Decides for each track: in view, presenting, measuring, decided; and why not.
///
/// | state | becomes | when |
/// | --- | --- | --- |
/// | in view | presenting | a face was seen near enough for `facingTime` |
/// | presenting | measuring | the first sample of a settled, steady face |
/// | measuring | decided (normal, elevated) | `samplesNeeded` samples, or `fewSamples` after `longEnough` |
/// | presenting, measuring | decided (undecided + reason) | no face for 2 s, out of view, or 8 s |
/// | decided | in view | out of view for 2 s ends the track |
struct Screener: Sendable {
    private let settings: Settings

    static let facingTime: Int64 = 400_000_000
    static let samplesNeeded = 6
    /// Fewer are enough after this time of facing.
    static let fewSamples = 3
    static let longEnough: Int64 = 1_100_000_000
    static let mostTime: Int64 = 8_000_000_000
    static let patience: Int64 = 2_000_000_000
    /// Samples that differ more than this (robust standard deviation, K) are not of one face held still.
    static let greatestSpread = 0.35
    /// Skin colder than this just came in from the cold, or is covered: of 4,013 canthus readings indoors (FDA, "Facial and
    /// oral temperature data", FLIR) the lowest is 33.85 °C and one in a thousand lies below 34.4.
    static let coldSkin = 33.5

    init(settings: Settings) { self.settings = settings }

    /// Takes one frame of one track; returns its outcome when it becomes final.
    ///
    /// - Parameters:
    ///   - known: whether this face was screened under another track within the last 2 s.
    ///   - alone: whether nobody else is seen.
    func observe(_ track: inout Track, _ conditions: FrameConditions, known: Bool, alone: Bool) -> Screening? {
        if track.matched, !alone { track.isAlone = false }
        let head = track.head
        let seen = track.matched && head.width >= conditions.leastWidth
        let facing = seen && track.isNotFurniture && FaceRule.isFacing(head, conditions)
        if facing {
            track.lastFace = conditions.now
            track.faceX = head.centreX
            track.faceWidth = head.width
        }
        guard track.phase != .decided else { return nil }
        if known, facing {
            track.phase = .decided
            return nil
        }
        track.facing = max(0, min(Self.facingTime * 3, track.facing + (facing ? conditions.step : -conditions.step)))
        track.prompt = prompt(track, seen: seen, facing: facing, conditions)
        if facing {
            if track.movement < FaceRule.mostMovement, conditions.obstacle == nil {
                track.samples.add(sample(head, conditions), enough: Self.fewSamples)
            }
        }
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
        let enough = conditions.now - began > Self.longEnough ? Self.fewSamples : Self.samplesNeeded
        if track.samples.count >= enough, track.samples.spread <= Self.greatestSpread {
            return decide(&track, conditions)
        }
        let over = conditions.now - track.lastFace > Self.patience || conditions.now - began > Self.mostTime
        return over ? giveUp(&track, conditions) : nil
    }

    private func sample(_ head: Head, _ conditions: FrameConditions) -> Sample {
        let reading = conditions.celsius(head.face.warmest)
        let correction = SizeOfSource.correction(
            excess: reading - conditions.celsius(head.face.skin), headWidth: Double(head.width),
            binning: conditions.binning)
        return Sample(
            kelvin: reading + correction, correction: correction, byReference: conditions.byReference,
            referenceNoise: conditions.referenceNoise)
    }

    /// The outcome of a track that went out of view, if it presented.
    ///
    /// - Parameter cause: why the camera saw nothing meanwhile, when it was not the person who went.
    func end(_ track: Track, _ conditions: FrameConditions, cause: UndecidedReason? = nil) -> Screening? {
        guard track.isPresenting else { return nil }
        var copy = track
        return giveUp(&copy, conditions, cause: cause)
    }

    private func decide(_ track: inout Track, _ conditions: FrameConditions) -> Screening {
        let reflected = settings.screening.room ?? SkinTemperature.defaultReflected
        let skin = SkinTemperature.celsius(apparent: track.samples.median, reflected: reflected)
        let budget = UncertaintyBudget(
            reference: track.samples.byReference
                ? settings.reference.uncertainty / 2 : UncertaintyBudget.cameraAccuracy / 2,
            referenceReading: track.samples.referenceNoise,
            faceReading: track.samples.spread / Double(track.samples.count).squareRoot(),
            sizeOfSource: SizeOfSource.relativeUncertainty * track.samples.correction, skin: skin, reflected: reflected,
            reflectedHalfWidth: settings.screening.room == nil ? SkinTemperature.defaultReflectedHalfWidth : 1)
        if skin < Self.coldSkin { return undecided(&track, .cold, conditions) }
        let measured = Measurement(celsius: skin, uncertainty: budget.expanded)
        let outcome: Outcome = skin >= settings.screening.elevatedSkin ? .elevated : .normal
        return finish(&track, outcome, measured, nil, conditions)
    }

    /// The end of a presentation: a reading if there are samples enough for one, else undecided for what hindered it longest.
    private func giveUp(
        _ track: inout Track, _ conditions: FrameConditions, cause: UndecidedReason? = nil
    ) -> Screening {
        if track.samples.count >= Self.fewSamples, track.samples.spread <= Self.greatestSpread {
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
            reference: (skin == nil ? conditions.byReference : track.samples.byReference)
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
        if !facing { return .turnedAway }
        return track.movement >= FaceRule.mostMovement ? .moving : nil
    }
}
