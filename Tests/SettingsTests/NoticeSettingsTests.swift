import Settings
import Testing

@Suite("The notice in the configuration")
struct NoticeSettingsTests {
    private let declared = """
        [notice]
        controller = "Example Ltd"
        address = "1 Example Street"
        contact = "Privacy office"
        email = "privacy@example.org"
        phone = "+82 2 000 0000"
        jurisdiction = "KR"
        storage_location = "the device at this door"
        policy_url = "https://example.org/privacy"
        entry_log_items = ["time", "direction"]
        entry_log_retention = "36h"

        """

    @Test("items, spans and texts are read")
    func read() throws {
        let notice = try SettingsLoader.parse(text: declared, file: "door.toml").notice
        #expect(notice.controller == "Example Ltd")
        #expect(notice.entryLog.items == [.time, .direction])
        #expect(notice.entryLog.retention == 36 * 3600)
        #expect(notice.feverOutcome.items.isEmpty)
        #expect(notice.languages == ["en", "ko"])
    }

    @Test("no outcome, temperature or name can be put among the items of the entry history")
    func noOtherItems() {
        for item in ["outcome", "temperature", "name", "badge"] {
            #expect(
                complaint("[notice]\nentry_log_items = [\"\(item)\"]") == """
                    door.toml:2: notice.entry_log_items: found ["\(item)"], allowed a list of "time", "gate" or "direction"
                      Write a list of these words, each once, such as ["time"], or [] to keep nothing.
                    """)
        }
    }

    @Test("nothing is kept longer than 28 days", arguments: ["29d", "1y", "59s", "0d", "-1d", "d", "1.5d", "1w"])
    func retention(span: String) {
        #expect(
            complaint("[notice]\nfever_outcome_retention = \"\(span)\"") == """
                door.toml:2: notice.fever_outcome_retention: found "\(span)", allowed "1m" to "28d"
                  Write a whole number and one of s, m, h, d, y in quotes, such as "14d".
                """)
    }

    @Test("records need a whole notice")
    func incomplete() throws {
        let report = try #require(complaint("[records]\nmode = \"consented\"\n"))
        for key in ["controller", "address", "contact", "email", "phone", "jurisdiction", "storage_location"] {
            #expect(report.contains("notice.\(key): found no such key"))
        }
        #expect(report.contains("notice.entry_log_items: found no items of any purpose"))
    }

    @Test("a whole notice lets records be kept")
    func whole() throws {
        let settings = try SettingsLoader.parse(text: declared + "[records]\nmode = \"consented\"\n", file: "door.toml")
        #expect(settings.records.mode == .consented)
    }

    @Test("a language that one text lacks is named")
    func missingLanguage() throws {
        let text = declared + "refusal = { en = \"You may refuse.\" }\n[records]\nmode = \"consented\"\n"
        let report = try #require(complaint(text))
        #expect(report.contains("notice.refusal: found no text for ko"))
        #expect(!report.contains("notice.controller"))
    }

    @Test("a sensitive purpose without its outcome is refused")
    func outcome() throws {
        let text = declared + "fever_outcome_items = [\"time\"]\n[records]\nmode = \"consented\"\n"
        #expect(complaint(text)?.contains("notice.fever_outcome_items: found a list without \"outcome\"") == true)
    }
}
