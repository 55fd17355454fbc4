import Audit

/// Writes one consent as a record of ISO/IEC TS 27560:2023, section by section.
struct ConsentRecordWriter {
    let record: ReceiptWriter.Record
    let code: String

    var fields: CanonicalJSON {
        .object([
            "header": .object([
                "schema_version": .text(Consent.schemaVersion), "record_id": .text(record.consent.id.description),
                "pii_principal_id": .text(code),
            ]),
            "processing": processing, "pii": pii, "party": party, "event": .array(record.events.map(event)),
        ])
    }

    private var processing: CanonicalJSON {
        let declared = record.notice.declaration(of: record.consent.purpose)
        return .object([
            "privacy_notice": .text("\(record.notice.version) sha256:\(Hex.text(record.consent.notice))"),
            "language": .text(record.notice.language),
            "purpose": .text(declared?.text ?? record.consent.purpose.rawValue),
            "lawful_basis": .text("consent"),
            "pii_information": .array(record.consent.items.words.map(CanonicalJSON.text)),
            "pii_controllers": .array([.text(record.consent.controller)]),
            "collection_method": .text(record.consent.collectionMethod.rawValue),
            "storage_locations": .array([.text(record.consent.storageLocation)]),
            "retention_period": .text("PT\(record.consent.retention)S"),
            "jurisdiction": .text(record.consent.jurisdiction), "recipient_third_parties": .array([]),
            "withdrawal_method": .text(record.consent.withdrawalMethod),
            "privacy_rights": .text(record.notice.refusal),
        ])
    }

    private var pii: CanonicalJSON {
        .array(
            record.consent.items.words.map { word in
                .object([
                    "pii_type": .text(word), "pii_optional": .flag(true),
                    "sensitive_pii_category": .flag(word == "outcome"),
                ])
            })
    }

    private var party: CanonicalJSON {
        let controller = record.notice.controller
        return .array([
            .object([
                "party_id": .text(record.consent.controller), "name": .text(controller.name),
                "address": .text(controller.address), "contact": .text(controller.contact),
                "type": .text("controller"),
            ])
        ])
    }

    private func event(_ event: ConsentEvent) -> CanonicalJSON {
        .object([
            "event_time": .number(event.time), "validity_duration": .text("PT\(event.validity)S"),
            "entity_id": .text(event.entity == .controller ? record.consent.controller : event.entity.rawValue),
            "event_type": .text("explicit"), "event_state": .text(event.state.rawValue),
        ])
    }
}
