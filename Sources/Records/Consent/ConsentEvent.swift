import Audit
import Crypto

/// One thing that happened to a consent. Events are appended, never changed; each bears a code over itself, the
/// consent's terms and the event before.
public struct ConsentEvent: Hashable, Sendable {
    public let sequence: Int64
    public let state: ConsentState
    /// Trusted UTC milliseconds.
    public let time: Int64
    /// Seconds that the consent stands from here.
    public let validity: Int64
    public let entity: Entity
    public let method: String
    public let trust: ClockTrust
    let code: [UInt8]

    public enum Entity: String, Hashable, Sendable {
        case subject, controller, system
    }

    /// How far the time of an event is to be trusted.
    public enum ClockTrust: Int64, Hashable, Sendable {
        /// The clock was never confirmed at that moment.
        case unconfirmed = 0
        case synchronized = 1
    }

    init(
        _ state: ConsentState, after previous: ConsentEvent?, of consent: Consent, at clock: TrustedClock,
        validity: Int64, entity: Entity, method: String, key: SymmetricKey
    ) {
        let trust: ClockTrust = clock.isSynchronized ? .synchronized : .unconfirmed
        let unsigned = ConsentEvent(
            sequence: (previous?.sequence ?? 0) + 1, state: state, time: clock.now, validity: validity, entity: entity,
            method: method, trust: trust, code: [])
        self.init(
            sequence: unsigned.sequence, state: state, time: clock.now, validity: validity, entity: entity,
            method: method, trust: trust,
            code: HMACBytes.of(unsigned.message(of: consent, after: previous), key: key))
    }

    init(
        sequence: Int64, state: ConsentState, time: Int64, validity: Int64, entity: Entity, method: String,
        trust: ClockTrust, code: [UInt8]
    ) {
        self.sequence = sequence
        self.state = state
        self.time = time
        self.validity = validity
        self.entity = entity
        self.method = method
        self.trust = trust
        self.code = code
    }

    /// Whether event, terms and order are the ones that were written.
    func isAuthentic(of consent: Consent, after previous: ConsentEvent?, key: SymmetricKey) -> Bool {
        sequence == (previous?.sequence ?? 0) + 1
            && HMACBytes.isValid(code, of: message(of: consent, after: previous), key: key)
    }

    /// Everything that must not change, in the project's one form of JSON.
    private func message(of consent: Consent, after previous: ConsentEvent?) -> [UInt8] {
        Array(
            CanonicalJSON.text([
                "record_id": .text(consent.id.description), "purpose": .text(consent.purpose.rawValue),
                "pii_types": .number(Int64(consent.items.rawValue)), "notice_sha256": .text(Hex.text(consent.notice)),
                "controller": .text(consent.controller), "retention_s": .number(consent.retention),
                "jurisdiction": .text(consent.jurisdiction), "storage_location": .text(consent.storageLocation),
                "withdrawal_method": .text(consent.withdrawalMethod),
                "collection_method": .text(consent.collectionMethod.rawValue),
                "seq": .number(sequence), "state": .text(state.rawValue), "event_type": .text("explicit"),
                "event_utc_ms": .number(time), "validity_s": .number(validity), "entity": .text(entity.rawValue),
                "method": .text(method), "clock_trust": .number(trust.rawValue),
                "before": .text(Hex.text(previous?.code ?? [])),
            ]).utf8)
    }
}
