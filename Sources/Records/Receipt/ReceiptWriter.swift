import Audit
import Crypto

/// Writes a consent receipt.
struct ReceiptWriter {
    let code: String
    let records: [Record]
    /// The key of consent events.
    let key: SymmetricKey

    /// A consent with its events and the notice that was shown.
    struct Record {
        let consent: Consent
        let events: [ConsentEvent]
        let notice: NoticeText
    }

    /// - Returns: nothing where there is no record.
    func receipt() -> ConsentReceipt? {
        guard let first = records.first, let given = first.events.first else { return nil }
        var fields = header(first, given)
        fields["services"] = .array([
            .object(["service": .text("entry at this door"), "purposes": .array(records.map(purpose))])
        ])
        fields["iso27560"] = .array(records.map { ConsentRecordWriter(record: $0, code: code).fields })
        fields["proof"] = ReceiptProof.field(of: CanonicalJSON.text(fields), key: key)
        return ConsentReceipt(code: code, json: CanonicalJSON.text(fields), ids: records.map(\.consent.id))
    }

    private func header(_ first: Record, _ given: ConsentEvent) -> [String: CanonicalJSON] {
        let isSensitive = records.contains { $0.consent.purpose.isSensitive }
        let controller = first.notice.controller
        return [
            "version": .text("KI-CR-v1.1.0"), "jurisdiction": .text(first.consent.jurisdiction),
            "consentTimestamp": .number(given.time / 1000),
            "collectionMethod": .text(first.consent.collectionMethod.rawValue),
            "consentReceiptID": .text(first.consent.id.description), "piiPrincipalId": .text(code),
            "language": .text(first.notice.language), "policyUrl": .text(first.notice.policyURL),
            "piiControllers": .array([
                .object([
                    "piiController": .text(controller.name), "contact": .text(controller.contact),
                    "address": .object(["streetAddress": .text(controller.address)]),
                    "email": .text(controller.email), "phone": .text(controller.phone),
                ])
            ]),
            "sensitive": .flag(isSensitive), "spiCat": .array(isSensitive ? [.text("Health")] : []),
        ]
    }

    private func purpose(_ record: Record) -> CanonicalJSON {
        let declared = record.notice.declaration(of: record.consent.purpose)
        return .object([
            "purpose": .text(declared?.text ?? record.consent.purpose.rawValue), "consentType": .text("EXPLICIT"),
            "purposeCategory": .array([.text(record.consent.purpose.rawValue)]),
            "piiCategory": .array(record.consent.items.words.map(CanonicalJSON.text)),
            "primaryPurpose": .flag(false), "thirdPartyDisclosure": .flag(false),
            "termination": .text(
                "\(record.consent.retention) seconds after each entry, or at once: \(record.consent.withdrawalMethod)"),
        ])
    }
}
