import Audit
import Foundation
import Records
import Testing

@Suite("Consent receipts")
struct ConsentReceiptTests {
    private let test: TestStore
    private var store: RecordStore { get throws { try test.current } }

    init() throws {
        test = try TestStore()
        try test.open()
    }

    private func object(_ receipt: ConsentReceipt) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(receipt.json.utf8)) as? [String: Any])
    }

    @Test("N5 the JSON has every required field of Kantara's receipt 1.1.0 in its type")
    func kantara() throws {
        let receipt = try object(store.grant([.entryLog, .feverOutcome], language: "en", method: .kiosk))
        for field in [
            "version", "jurisdiction", "collectionMethod", "consentReceiptID", "piiPrincipalId", "policyUrl",
            "language",
        ] { #expect((receipt[field] as? String)?.isEmpty == false, "\(field)") }
        #expect(receipt["consentTimestamp"] as? Int == Int(TestMachine.start / 1000))
        #expect(receipt["sensitive"] as? Bool == true)
        #expect((receipt["spiCat"] as? [String]) == ["Health"])
        let controllers = try #require(receipt["piiControllers"] as? [[String: Any]])
        for controller in controllers {
            for field in ["piiController", "contact", "email", "phone"] {
                #expect(controller[field] is String, "\(field)")
            }
            #expect(controller["address"] is [String: Any])
        }
        let services = try #require(receipt["services"] as? [[String: Any]])
        #expect(services.count == 1 && services[0]["service"] is String)
        let purposes = try #require(services[0]["purposes"] as? [[String: Any]])
        #expect(purposes.count == 2)
        for purpose in purposes {
            #expect(purpose["consentType"] is String && purpose["termination"] is String)
            #expect(purpose["purposeCategory"] is [String] && purpose["piiCategory"] is [String])
            #expect(purpose["thirdPartyDisclosure"] as? Bool == false && purpose["thirdPartyName"] == nil)
        }
    }

    @Test("N5 the JSON has every mandatory field of ISO/IEC TS 27560 for each purpose")
    func iso27560() throws {
        let receipt = try object(store.grant([.entryLog, .feverOutcome], language: "ko", method: .desk))
        let records = try #require(receipt["iso27560"] as? [[String: Any]])
        #expect(records.count == 2)
        for record in records {
            try require(record["header"], ["schema_version", "record_id", "pii_principal_id"])
            try require(
                record["processing"],
                [
                    "privacy_notice", "language", "purpose", "pii_information", "pii_controllers", "storage_locations",
                    "retention_period", "jurisdiction", "recipient_third_parties", "withdrawal_method",
                ])
            for pii in try #require(record["pii"] as? [Any]) { try require(pii, ["pii_type"]) }
            for party in try #require(record["party"] as? [Any]) {
                try require(party, ["party_id", "name", "address", "contact", "type"])
            }
            for event in try #require(record["event"] as? [Any]) {
                try require(event, ["event_time", "validity_duration", "entity_id", "event_type", "event_state"])
            }
        }
    }

    private func require(_ value: Any?, _ fields: [String]) throws {
        let object = try #require(value as? [String: Any])
        for field in fields { #expect(object[field] != nil, "\(field)") }
    }

    @Test("the same receipt is written again for its code, byte by byte, also after a restart")
    func again() throws {
        let receipt = try store.grant([.entryLog], language: "en", method: .kiosk)
        #expect(try store.receipt(of: receipt.reference()) == receipt)
        #expect(try test.open().receipt(of: receipt.reference()) == receipt)
    }

    @Test("3.3e the code is nowhere in the store's files, in no form")
    func nowhere() throws {
        let receipt = try store.grant([.entryLog, .feverOutcome], language: "en", method: .kiosk)
        _ = try store.append(.admitted(), under: receipt.reference())
        #expect(test.directory.holding(receipt.referenceBytes).isEmpty)
        #expect(test.directory.holding(receipt.code.utf8).isEmpty)
        #expect(test.directory.holding(receipt.code.filter { $0 != "-" }.utf8).isEmpty)
    }
}
