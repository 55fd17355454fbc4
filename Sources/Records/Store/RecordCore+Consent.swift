import Audit
import Crypto
import Foundation
import GRDB

extension RecordCore {
    /// Writes down that somebody agreed to purposes of the notice in a language.
    ///
    /// - Returns: the new reference, which is nowhere else in clear.
    mutating func grant(
        _ purposes: Set<Purpose>, language: String, method: CollectionMethod
    ) throws(RecordsError) -> SubjectReference {
        try enter()
        if let stopped { throw stopped }
        let notice = try notice(in: language, for: purposes)
        let reference = try SubjectReference(random: random)
        let lookup = try lookup(reference)
        var made: [Consent] = []
        do {
            for purpose in purposes.sorted(by: { $0.rawValue < $1.rawValue }) {
                made.append(try makeConsent(purpose, notice, method, reference, taken: made.map(\.slot)))
            }
            try insert(made, notice, lookup, method)
        } catch {
            // Keys without a row would be destroyed at the next start; they need not wait.
            for consent in made { try? slots.destroy(consent.slot) }
            throw error
        }
        return reference
    }

    private func notice(in language: String, for purposes: Set<Purpose>) throws(RecordsError) -> Notice {
        guard let notice = notices.first(where: { $0.language == language }) else {
            throw RecordsError(
                .request, what: "language", cause: "the notice is not given in it",
                remedy: "Choose one of \(notices.map(\.language).joined(separator: ", ")).")
        }
        guard !purposes.isEmpty, purposes.allSatisfy({ notice.declaration(of: $0) != nil }) else {
            throw RecordsError(
                .request, what: "purpose", cause: "the notice does not declare it",
                remedy: "Choose one of \(notice.purposes.map(\.purpose.rawValue).joined(separator: ", ")).")
        }
        return notice
    }

    private mutating func makeConsent(
        _ purpose: Purpose, _ notice: Notice, _ method: CollectionMethod, _ reference: borrowing SubjectReference,
        taken: [Int]
    ) throws(RecordsError) -> Consent {
        guard let declared = notice.declaration(of: purpose) else {
            throw RecordsError(
                .request, what: "purpose", cause: "the notice does not declare it", remedy: "Choose another.")
        }
        let id = try RecordID(random)
        let slot = try freeSlot(besides: taken)
        try slots.make(in: slot)
        let sealed = try reference.secret.sealed(
            key: EntryKeys.subject(key(in: slot)), nonce: random.bytes(12), bound: id.bytes)
        return Consent(
            id: id, purpose: purpose, items: declared.items, notice: notice.hash,
            controller: Party.id(of: notice.controller), jurisdiction: notice.jurisdiction,
            storageLocation: notice.storageLocation, retention: declared.retention,
            withdrawalMethod: notice.withdrawal, collectionMethod: method,
            deadline: Deadline(after: notice.consentValidity, from: clock), slot: slot, sealedSubject: sealed)
    }

    private func insert(
        _ consents: [Consent], _ notice: Notice, _ lookup: [UInt8], _ method: CollectionMethod
    ) throws(RecordsError) {
        let key = try key(in: identity.codeSlot)
        let clock = clock
        try database.transaction { database in
            try NoticeTable.insert(notice, at: clock.now, in: database)
            for consent in consents {
                try ConsentTable.insert(consent, lookup: lookup, proof: notice.proofWindow, in: database)
                let event = ConsentEvent(
                    .given, after: nil, of: consent, at: clock, validity: notice.consentValidity, entity: .subject,
                    method: method.rawValue, key: key)
                try ConsentTable.append(event, to: consent.id, in: database)
            }
            try ClockTable.save(clock.state, in: database)
        }
    }

    /// Lets consents stand anew from now, where the notice still asks for no more than was agreed to.
    mutating func renew(_ reference: borrowing SubjectReference, method: CollectionMethod) throws(RecordsError) {
        try enter()
        if let stopped { throw stopped }
        let (lookup, key, clock) = (try lookup(reference), try key(in: identity.codeSlot), clock)
        guard let notice = notices.first else { return }
        try database.transaction { database in
            let consents = try ConsentTable.consents(lookup: lookup, in: database)
            guard !consents.isEmpty else { throw Self.unknownReceipt }
            for consent in consents {
                let decided = try Coverage.decide(
                    consent.purpose, lookup: lookup, under: notice, at: clock, key: key, in: database)
                guard case .covered = decided else { throw Self.notRenewable }
                let last = try ConsentTable.events(of: consent.id, in: database).last
                let event = ConsentEvent(
                    .renewed, after: last, of: consent, at: clock, validity: notice.consentValidity, entity: .subject,
                    method: method.rawValue, key: key)
                try ConsentTable.append(event, to: consent.id, in: database)
                try ConsentTable.setDeadline(
                    Deadline(after: notice.consentValidity, from: clock), of: consent.id, in: database)
            }
            try ClockTable.save(clock.state, in: database)
        }
    }

    /// Withdraws the consents of a receipt and destroys what was recorded under them.
    mutating func withdraw(
        _ reference: borrowing SubjectReference, _ purposes: Set<Purpose>?
    ) throws(RecordsError) -> PurgeReport {
        try enter()
        let lookup = try lookup(reference)
        let found = try database.run { try ConsentTable.consents(lookup: lookup, in: $0) }
            .filter { purposes?.contains($0.purpose) ?? true }
        guard !found.isEmpty else { throw Self.unknownReceipt }
        return try withdraw(found, by: .subject, method: "receipt")
    }

    /// Withdraws one consent by its id, for a request that came without the receipt.
    mutating func erase(_ id: RecordID) throws(RecordsError) -> PurgeReport {
        try enter()
        guard let consent = try database.run({ try ConsentTable.consent(id, in: $0) }) else {
            throw Self.unknownReceipt
        }
        return try withdraw([consent], by: .controller, method: "request")
    }

    private mutating func withdraw(
        _ consents: [Consent], by entity: ConsentEvent.Entity, method: String
    ) throws(RecordsError) -> PurgeReport {
        let (key, clock) = (try key(in: identity.codeSlot), clock)
        var forgotten: [[UInt8]] = []
        for _ in consents { forgotten.append(try random.bytes(32)) }
        try database.transaction { database in
            for (consent, lookup) in zip(consents, forgotten) {
                let events = try ConsentTable.events(of: consent.id, in: database)
                guard !events.contains(where: { $0.state == .withdrawn }) else { continue }
                let event = ConsentEvent(
                    .withdrawn, after: events.last, of: consent, at: clock, validity: 0, entity: entity, method: method,
                    key: key)
                try ConsentTable.append(event, to: consent.id, in: database)
                try ConsentTable.forget(lookup: lookup, of: consent.id, in: database)
            }
            try StoreTable.requestVacuum(in: database)
            try ClockTable.save(clock.state, in: database)
        }
        let report = runPurge(checksKeys: false)
        if let failure = purge.failure { throw failure }
        return report
    }

    /// Counts one refusal of this day. Nothing else of it is kept.
    mutating func refuse() throws(RecordsError) {
        try enter()
        let (day, state) = (clock.now.floored(by: 86_400_000), clock.state)
        try database.transaction { database in
            try RefusalTable.count(on: day, in: database)
            try ClockTable.save(state, in: database)
        }
    }

    // MARK: Showing

    mutating func statuses(of reference: borrowing SubjectReference) throws(RecordsError) -> [ConsentStatus] {
        try enter()
        let lookup = try lookup(reference)
        return try statuses { try ConsentTable.consents(lookup: lookup, in: $0) }
    }

    /// Every consent, by its id; nothing of it says whose it is.
    mutating func statuses() throws(RecordsError) -> [ConsentStatus] {
        try enter()
        return try statuses { try ConsentTable.all(in: $0) }
    }

    private func statuses(_ fetch: (Database) throws -> [Consent]) throws(RecordsError) -> [ConsentStatus] {
        let (key, clock) = (try key(in: identity.codeSlot), clock)
        return try database.run { database in
            try fetch(database).map { consent in
                let events = try ConsentTable.events(of: consent.id, in: database)
                let state = events.last?.state ?? .invalidated
                return ConsentStatus(
                    id: consent.id, purpose: consent.purpose, items: consent.items,
                    state: state.isValid && clock.isHidden(consent.deadline) ? .expired : state,
                    notice: consent.notice, given: events.first?.time ?? 0, deadline: consent.deadline,
                    retention: consent.retention,
                    isAuthentic: ConsentEvents.areAuthentic(events, of: consent, key: key))
            }
        }
    }

    static var unknownReceipt: RecordsError {
        RecordsError(
            .unknownReceipt, what: "receipt", cause: "no consent belongs to it",
            remedy: "Nothing is kept under it: it was withdrawn, has expired, or belongs to another door.")
    }

    private static var notRenewable: RecordsError {
        RecordsError(
            .request, what: "consent", cause: "it is over, or the notice asks for more than was agreed to",
            remedy: "Ask for a new consent.")
    }
}
