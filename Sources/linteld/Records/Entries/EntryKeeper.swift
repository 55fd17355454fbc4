import Audit
import Records

/// Joins presentations, passages and presented consents, in memory only, and says what is to be recorded.
///
/// A presentation waits for its passage; without one, or as long as no consent was presented, until 10 s after its end.
/// Where `ConsentMatcher` finds no consent, or more than one way to read what happened, nothing comes of it.
package struct EntryKeeper: Sendable {
    /// Presentations that wait at most, as in `ConsentMatcher`; the oldest is given up first.
    private static let most = 64
    /// Nanoseconds after which a consent that nobody used is forgotten: it covers nothing any more.
    private static let consentKept: Int64 = 49_000_000_000

    /// The door's name, as entries bear it.
    private let gate: String
    private var matcher = ConsentMatcher()
    private var waiting: [Waiting] = []
    private var lastConsent: Int64?

    private struct Waiting {
        var presentation: Presentation
        let decision: GateDecision
        /// Once the person has passed.
        var direction = EntryRecord.Direction.unknown

        var due: Int64 { presentation.end.addingReportingOverflow(ConsentMatcher.after).partialValue }
    }

    /// An entry that is to be recorded, and under whose consent.
    package struct Due: Sendable {
        package let entry: EntryRecord
        package let consent: PresentedConsent
    }

    /// - Throws: `request` where the door's name is none that an entry can bear.
    package init(gate: String) throws(RecordsError) {
        _ = try EntryRecord(gate: gate, direction: .unknown, outcome: .referred)
        self.gate = gate
    }

    /// Takes in a consent that is presented at the door.
    ///
    /// - Parameter time: CLOCK_MONOTONIC nanoseconds.
    package mutating func present(_ reference: consuming SubjectReference, at time: Int64) {
        matcher.present(reference, at: time)
        lastConsent = time
    }

    /// Takes in what happened at the door.
    ///
    /// - Parameter presentingSince: when the earliest presentation began that still goes on.
    package mutating func take(_ news: EntryNews, presentingSince: Int64?) -> Due? {
        switch news {
        case .decided(let presentation, let decision):
            matcher.expect(presentation)
            waiting.append(Waiting(presentation: presentation, decision: decision))
            if waiting.count > Self.most { waiting.removeFirst() }
            return nil
        case .passed(let id, let direction, let wasAlone):
            guard let index = waiting.firstIndex(where: { $0.presentation.id == id }) else { return nil }
            waiting[index].direction = EntryRecord.Direction(direction)
            if !wasAlone { waiting[index].presentation = waiting[index].presentation.amongOthers }
            return settle(index, isLast: false, presentingSince)
        }
    }

    /// Decides what has waited long enough.
    ///
    /// - Parameter now: CLOCK_MONOTONIC nanoseconds; `.max` decides everything.
    package mutating func due(at now: Int64, presentingSince: Int64?) -> [Due] {
        var due: [Due] = []
        while let index = waiting.firstIndex(where: { $0.due <= now }) {
            if let entry = settle(index, isLast: true, presentingSince) { due.append(entry) }
        }
        matcher.forget(before: now)
        if matcher.waiting == 0 { lastConsent = nil }
        return due
    }

    /// When to call `due` next; nothing while nothing waits.
    package var next: Int64? {
        let forget = lastConsent.map { $0.addingReportingOverflow(Self.consentKept).partialValue }
        return (waiting.map(\.due) + [forget].compactMap(\.self)).min()
    }

    /// Presented consents that are still remembered.
    package var consents: Int { matcher.waiting }

    /// - Parameter isLast: whether no consent can be presented for it any more.
    private mutating func settle(_ index: Int, isLast: Bool, _ presentingSince: Int64?) -> Due? {
        let entry = waiting[index]
        switch matcher.match(entry.presentation, presentingSince: presentingSince) {
        case .consent(let consent):
            waiting.remove(at: index)
            // The name was tried when the keeper was made.
            let record = try? EntryRecord(
                gate: gate, direction: entry.direction, outcome: EntryRecord.Outcome(entry.decision))
            return record.map { Due(entry: $0, consent: consent) }
        case .ambiguous:
            waiting.remove(at: index)
        case .none:
            if isLast {
                waiting.remove(at: index)
            } else {
                matcher.expect(entry.presentation)
            }
        }
        return nil
    }
}

extension Presentation {
    /// The same, with somebody else in view.
    fileprivate var amongOthers: Presentation { Presentation(id: id, begin: begin, end: end, wasAlone: false) }
}
