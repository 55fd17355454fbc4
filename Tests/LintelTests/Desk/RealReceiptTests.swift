import Audit
import Control
import Foundation
import Records
import RecordsFixture
import Settings
import Testing

@Suite("Receipts of the real store, as the tool hands them over")
struct RealReceiptTests {
    @Test(
        "the text has the code, both purposes, their items, retention and consent, and the notice's hash",
        arguments: ["en", "ko"])
    func text(language: String) throws {
        let directory = try TemporaryDirectory()
        let time = Moments(wall: 1_796_086_800_000)
        let store = try #require(
            try RecordStore.open(
                RecordStoreSetup(
                    directory: directory.url.path, settings: .consentedDoor, clock: { time.reading },
                    random: SeededRandom(seed: 3),
                    probe: { (_) throws(RecordsError) in
                        FileSystemFacts(type: FileSystemFacts.ext4, device: "vda", options: "data=ordered\n")
                    })))
        let receipt = try store.grant([.entryLog, .feverOutcome], language: language, method: .desk)
        let door = try DeskDoor { _ in
            .success(
                .receipt(
                    DeskReceipt(code: receipt.code, json: receipt.json, consents: receipt.ids.map(\.description))))
        }
        let grant = ["consent", "grant", "--purpose", "entry_log", "--language", language]
        #expect(try door.run(grant + ["--json"]).output == receipt.json)
        let text = try door.run(grant).output
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let notice = try #require(try Notice.all(Settings.consentedDoor.notice).first { $0.language == language })
        let hash = notice.hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(text.contains("\n    \(receipt.code)\n"))
        for fact in receipt.ids.map(\.description) + [hash, notice.withdrawal, notice.controller.name]
            + notice.purposes.map(\.text)
            + (language == "en" ? ["14 days", "1 day", "in or went out"] : ["14일", "1일", "출입 방향"])
        { #expect(flat.contains(fact), "\(fact)") }
        // What was printed is taken back as a receipt.
        let file = try door.file("receipt.txt", text)
        _ = try door.run(["consent", "present", "--receipt", file])
        #expect(door.desk.requests.last == .present(code: receipt.code))
    }
}
