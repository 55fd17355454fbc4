import Control
import Foundation
import Settings
import Testing

@Suite("lintelctl privacy report, as a program")
struct PrivacyReportTests {
    @Test("the text says what is kept, for whom not, why, until when, and how its destruction was proved")
    func text() throws {
        let door = try DeskDoor { _ in .success(.report(.sound)) }
        let run = try door.run(["privacy", "report"])
        #expect(run.exitCode == 0 && run.errors.isEmpty)
        try Golden.expect(run.output, is: "privacy-report.txt")
    }

    @Test("everything that somebody must look at stands at the top")
    func troubles() throws {
        let door = try DeskDoor { _ in .success(.report(.troubled)) }
        let lines = try door.run(["privacy", "report"]).output.split(separator: "\n").filter { $0.hasPrefix("!! ") }
        #expect(lines.count == 7)
    }

    @Test("a door that keeps nothing says so, and needs no store to say it")
    func off() throws {
        var report = PrivacyReport.sound
        report.mode = .off
        report.purposes = []
        report.store = nil
        report.fileSystem = nil
        let door = try DeskDoor { [report] _ in .success(.report(report)) }
        let output = try door.run(["privacy", "report"]).output
        #expect(output.contains("Nothing about a person: records.mode is \"off\"."))
        #expect(!output.contains("!!"))
    }

    @Test("--json is the daemon's reply in one line")
    func json() throws {
        let door = try DeskDoor { _ in .success(.report(.sound)) }
        let output = try door.run(["privacy", "report", "--json"]).output
        #expect(output.hasPrefix("{\"door\":\"east\"") && output.count { $0 == "\n" } == 1)
    }

    @Test("--html is a document whose markup is well formed, with every fact of the text, and loads nothing")
    func html() throws {
        let door = try DeskDoor { _ in .success(.report(.troubled)) }
        let path = door.directory.path("report.html")
        #expect(try door.run(["privacy", "report", "--html", "--output", path]).exitCode == 0)
        let html = try String(contentsOfFile: path, encoding: .utf8)
        #expect(html.contains("the disk &lt;is&gt; full"))
        #expect(!html.contains("http") && !html.contains("src=") && !html.contains("@import"))
        for fact in ["1,240", "epoch 412", "2026-12-01 00:00:01 UTC", "/etc/lintel/lintel.toml", "AF_INET6"] {
            #expect(html.contains(fact), "\(fact)")
        }
        #expect(Markup.fault(ofHTML: html) == nil)
    }
}
