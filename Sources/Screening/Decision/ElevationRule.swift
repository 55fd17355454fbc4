import Settings

/// Says how far a skin temperature lies above what counts as elevated.
///
/// | reading | elevated at or above |
/// | --- | --- |
/// | by the reference body | the absolute threshold, or the relative one over the people before |
/// | without it | the relative threshold alone: the camera's own level may be wrong by degrees |
/// | with fewer than ten people before | the absolute threshold alone |
///
/// Where the room's temperature is known both thresholds move with it (`AmbientTerm`). People measured with the
/// reference body and without it are not compared with each other.
public struct ElevationRule: Sendable {
    /// Skin at or above this is elevated, in a room of 23 °C, °C.
    public let absolute: Double
    /// Skin this far above the median of the people before is elevated, °C.
    public let relative: Double
    private var withReference = Population()
    private var withoutReference = Population()

    public init(_ settings: ScreeningSettings) {
        absolute = settings.elevatedSkin
        relative = settings.relative
    }

    /// How far a reading lies above the threshold that decides; at 0 and more it is elevated.
    ///
    /// - Parameters:
    ///   - skin: °C.
    ///   - room: °C, where it is known.
    ///   - byReference: whether the reading was taken by the reference body.
    public func excess(skin: Double, room: Double?, byReference: Bool) -> Double {
        let level = skin - AmbientTerm.shift(room: room)
        let overAbsolute = level - absolute
        guard let median = people(byReference).median else { return overAbsolute }
        let overRelative = level - median - relative
        return byReference ? max(overAbsolute, overRelative) : overRelative
    }

    /// Takes one more measured person; parameters as before.
    public mutating func note(skin: Double, room: Double?, byReference: Bool) {
        let level = skin - AmbientTerm.shift(room: room)
        if byReference { withReference.add(level) } else { withoutReference.add(level) }
    }

    /// The camera began anew: what it showed without the reference body is no longer comparable.
    public mutating func forgetReadingsWithoutReference() { withoutReference = Population() }

    /// The same people under other thresholds.
    public func with(_ settings: ScreeningSettings) -> ElevationRule {
        var rule = ElevationRule(settings)
        rule.withReference = withReference
        rule.withoutReference = withoutReference
        return rule
    }

    private func people(_ byReference: Bool) -> Population { byReference ? withReference : withoutReference }
}
