import Audit
import Foundation
import Settings
import Testing

@Suite("lintelctl privacy notice, as a program")
struct NoticeCommandTests {
    private func notice(_ arguments: [String], _ configuration: NoticeConfiguration = NoticeConfiguration()) throws
        -> Program.Outcome
    {
        let directory = try TemporaryDirectory()
        let path = directory.path("door.toml")
        try Data(configuration.toml.utf8).write(to: URL(fileURLWithPath: path))
        return try Program("lintelctl", ["privacy", "notice", "--config", path] + arguments).finish()
    }

    @Test("the text has sign and notice, with version and hash that consents name")
    func text() throws {
        let run = try notice(["--language", "en"])
        #expect(run.exitCode == 0 && run.errors.isEmpty)
        try Golden.expect(run.output, is: "notice-en.txt")
        let settings = try SettingsLoader.parse(text: NoticeConfiguration().toml, file: "door.toml")
        let hashes = try Notice.all(settings.notice).map { notice in
            notice.hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
        #expect(hashes.count == 2 && run.output.hasSuffix("Notice version 2026-11 (en)\nSHA-256 \(hashes[0])\n"))
        #expect(try notice(["--language", "ko"]).output.hasSuffix("안내문 판 2026-11 (ko)\nSHA-256 \(hashes[1])\n"))
    }

    @Test("what the configuration says of a purpose is said, and nothing of a purpose that it does not have")
    func purposes() throws {
        var configuration = NoticeConfiguration()
        configuration.outcomeItems = "[]"
        let output = try notice(["--language", "en"], configuration).output
        #expect(!output.contains("referred you. The temperature") && !output.contains("about your health"))
        #expect(output.contains("Keep when you came in or went out at this door. (14 days)"))
        configuration.retention = "36h"
        #expect(try notice(["--language", "en"], configuration).output.contains("How long: 36 hours"))
    }

    @Test("a door that keeps nothing says so in every language, and asks for no consent")
    func off() throws {
        let run = try Program("lintelctl", ["privacy", "notice", "--config", "config/lintel.toml"]).finish()
        #expect(run.output.contains("Nothing about you is kept.\n") && run.output.contains("개인에 관한 정보는 저장하지 않습니다."))
        #expect(!run.output.contains("if you agree") && !run.output.contains("SHA-256"))
    }

    @Test("HTML is well formed, has every language, and loads nothing")
    func html() throws {
        var configuration = NoticeConfiguration()
        configuration.controller = "A & B <Ltd>"
        let html = try notice(["--format", "html"], configuration).output
        #expect(Markup.fault(ofHTML: html) == nil)
        #expect(html.contains("A &amp; B &lt;Ltd&gt;"))
        #expect(html.contains("<section class=\"sheet sign\" lang=\"en\">"))
        #expect(html.contains("<section class=\"sheet notice\" lang=\"ko\">"))
        #expect(!html.contains("src=") && !html.contains("<link") && !html.contains("@import"))
    }

    @Test("an SVG is one language's; several are refused with what to do")
    func oneLanguage() throws {
        let run = try notice(["--format", "svg"])
        #expect(run.exitCode == 65)
        #expect(
            run.errors == """
                lintelctl: an SVG is a sheet of one language, and the notice is written in en, ko
                  Choose one with --language, or use --format html.

                """)
        #expect(try notice(["--language", "fr"]).errors.contains("language fr: the notice is not written in it\n"))
    }

    @Test("a text that can't be read from the sheet is refused, not drawn over its edge")
    func tooLong() throws {
        var configuration = NoticeConfiguration()
        configuration.refusal = String(repeating: "You may refuse. ", count: 200)
        let run = try notice(["--format", "svg", "--language", "en"], configuration)
        #expect(run.exitCode == 65 && run.errors.contains("does not fit on one sheet of A4\n  Use --format html"))
    }

    @Test(
        "whatever the texts are, no letter of a sheet leaves its column, and no line lies over another",
        arguments: ["sign", "notice"], 0..<8)
    func geometry(sheet: String, seed: UInt64) throws {
        let configuration = NoticeConfiguration(randomTexts: seed)
        for language in ["en", "ko"] {
            let run = try notice(["--format", "svg", "--sheet", sheet, "--language", language], configuration)
            try #require(run.exitCode == 0, "\(run.errors)")
            #expect(Markup.fault(run.output) == nil)
            let drawing = SheetDrawing(run.output)
            #expect(drawing.lines.count > 8)
            #expect(drawing.faults == [])
        }
    }
}
