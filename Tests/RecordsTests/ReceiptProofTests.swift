import Audit
import Foundation
import Records
import Testing

@Suite("The proof of a receipt")
struct ReceiptProofTests {
    @Test("3.3g a receipt is told from one that was changed anywhere, and from one of another device")
    func changed() throws {
        let test = try TestStore()
        let store = try test.open()
        let receipt = try store.grant([.entryLog, .feverOutcome], language: "ko", method: .kiosk)
        #expect(try store.isAuthentic(receipt: receipt.json))
        let bytes = Array(receipt.json.utf8)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            let text = String(decoding: changed, as: UTF8.self)
            #expect(try !store.isAuthentic(receipt: text), "a sign at \(index)")
        }
        #expect(try !TestStore(seed: 2).open().isAuthentic(receipt: receipt.json))
    }

    @Test("what is no receipt, or one without its proof or with a second one, is none of this device")
    func noReceipt() throws {
        let test = try TestStore()
        let store = try test.open()
        let json = try store.grant([.entryLog], language: "en", method: .kiosk).json
        let proof = try #require(json.firstMatch(of: /"proof":\{[^{}]*\},/))
        let others = [
            "", "{}", "\"proof\":{},", json + " ", json.replacing(proof.output, with: ""),
            json.replacing(proof.output, with: proof.output + proof.output), String(json.dropLast()),
        ]
        for other in others { #expect(try !store.isAuthentic(receipt: other)) }
    }

    @Test("a receipt stays the device's after a restart, a renewal and a withdrawal")
    func later() throws {
        let test = try TestStore()
        let receipt = try test.open().grant([.entryLog], language: "en", method: .kiosk)
        #expect(try test.open().isAuthentic(receipt: receipt.json))
        try test.opened?.renew(receipt.reference(), method: .desk)
        let renewed = try #require(try test.opened?.receipt(of: receipt.reference()))
        #expect(renewed.json != receipt.json)
        #expect(try test.open().isAuthentic(receipt: renewed.json))
        try test.opened?.withdraw(receipt.reference())
        #expect(try test.open().isAuthentic(receipt: receipt.json))
    }
}
