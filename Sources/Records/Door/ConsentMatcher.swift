import Audit

/// Finds out which presented consent belongs to which presentation, and forgets both soon.
///
/// A consent covers a presentation from 30 s before its begin to 10 s after its end, and one presentation only. Where
/// two people were in view, two consents cover one presentation, or one consent covers two presentations that still
/// wait, nobody is guessed: nothing is recorded.
public struct ConsentMatcher: Sendable {
    /// Nanoseconds before the begin of a presentation in which a consent covers it.
    public static let before: Int64 = 30_000_000_000
    /// Nanoseconds after its end.
    public static let after: Int64 = 10_000_000_000
    /// Consents and presentations that wait at most; the oldest is forgotten first.
    private static let most = 64

    private var consents: [PresentedConsent] = []
    private var presentations: [Presentation] = []

    public init() {}

    /// Takes a consent in.
    ///
    /// - Parameter time: CLOCK_MONOTONIC nanoseconds.
    public mutating func present(_ reference: consuming SubjectReference, at time: Int64) {
        forget(before: time)
        consents.append(PresentedConsent(reference, at: time))
        if consents.count > Self.most { consents.removeFirst() }
    }

    /// Takes in a presentation that is over and will be matched later.
    public mutating func expect(_ presentation: Presentation) {
        presentations.append(presentation)
        if presentations.count > Self.most { presentations.removeFirst() }
    }

    /// Decides for a presentation, at its passage or 10 s after its end. Its consents are used up, whatever comes of it.
    ///
    /// - Parameter presentingSince: when another presentation began that still goes on; the consent may be that one's.
    public mutating func match(_ presentation: Presentation, presentingSince: Int64? = nil) -> ConsentMatch {
        let others = presentations.filter { $0.id != presentation.id }
        presentations = others
        let covering = consents.filter { Self.covers($0.time, presentation) }
        guard let consent = covering.first else { return .none }
        consents.removeAll { Self.covers($0.time, presentation) }
        let isShared =
            others.contains { other in covering.contains { Self.covers($0.time, other) } }
            || presentingSince.map { begin in
                covering.contains { $0.time >= begin.saturated(adding: -Self.before) }
            } ?? false
        guard presentation.wasAlone, covering.count == 1, !isShared else {
            // A consent that may be another's is not left over for the other either.
            presentations.removeAll { other in covering.contains { Self.covers($0.time, other) } }
            return .ambiguous
        }
        return .consent(consent)
    }

    /// Forgets consents that no presentation can stand under any more.
    public mutating func forget(before time: Int64) {
        // A presentation lasts 8 s at most, and is matched 10 s after its end.
        let oldest = time.saturated(adding: -(Self.before + 8_000_000_000 + Self.after))
        consents.removeAll { $0.time < oldest }
        presentations.removeAll { $0.end < oldest }
    }

    /// Consents that wait.
    public var waiting: Int { consents.count }

    private static func covers(_ time: Int64, _ presentation: Presentation) -> Bool {
        time >= presentation.begin.saturated(adding: -before) && time <= presentation.end.saturated(adding: after)
    }
}
