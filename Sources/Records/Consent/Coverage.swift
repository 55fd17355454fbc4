import Audit
import Crypto
import GRDB

/// Why something is not recorded under a consent.
public enum NotCovered: Hashable, Sendable {
    /// There is none for this purpose.
    case noConsent
    /// It was withdrawn, has expired, or was never given.
    case notValid(ConsentState)
    /// Its time is over.
    case over
    /// The notice declares more than was agreed to: a new consent is needed.
    case noticeChanged
    /// The consent or its events are not the ones that were written.
    case notAuthentic
}

/// Whether a consent allows a record, decided within the transaction that writes it.
enum Coverage {
    case covered(Consent)
    case not(NotCovered)

    /// - Parameter key: the key of consent events.
    static func decide(
        _ purpose: Purpose, lookup: [UInt8], under notice: Notice, at clock: TrustedClock, key: SymmetricKey,
        in database: Database
    ) throws -> Coverage {
        let found = try ConsentTable.consents(lookup: lookup, in: database)
        guard let consent = found.first(where: { $0.purpose == purpose }) else { return .not(.noConsent) }
        let events = try ConsentTable.events(of: consent.id, in: database)
        guard ConsentEvents.areAuthentic(events, of: consent, key: key), let last = events.last else {
            return .not(.notAuthentic)
        }
        guard last.state.isValid else { return .not(.notValid(last.state)) }
        guard consent.deadline.utc <= last.time.saturated(adding: last.validity.saturated(by: 1000)) else {
            return .not(.notAuthentic)
        }
        guard !clock.isHidden(consent.deadline) else { return .not(.over) }
        guard consent.covers(notice) else { return .not(.noticeChanged) }
        return .covered(consent)
    }
}

/// The events of one consent, in order.
enum ConsentEvents {
    /// Whether every event is the one that was written, and none is missing between them.
    static func areAuthentic(_ events: [ConsentEvent], of consent: Consent, key: SymmetricKey) -> Bool {
        var previous: ConsentEvent?
        for event in events {
            guard event.isAuthentic(of: consent, after: previous, key: key) else { return false }
            previous = event
        }
        return true
    }
}
