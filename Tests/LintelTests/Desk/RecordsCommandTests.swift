import Control
import Foundation
import Testing

@Suite("lintelctl records, as a program")
struct RecordsCommandTests {
    @Test("list shows consents by id; JSON is an object a line")
    func list() throws {
        let door = try DeskDoor { _ in .success(.consents([.sample])) }
        let run = try door.run(["records", "list"])
        #expect(run.exitCode == 0 && run.output.contains("\n6b0f0e2c-0000-4000-8000-000000000001  fever_outcome"))
        let json = try door.run(["records", "list", "--json"]).output
        #expect(json.hasPrefix("{\"id\":") && json.count { $0 == "\n" } == 1)
        let empty = try DeskDoor { _ in .success(.consents([])) }
        #expect(try empty.run(["records", "list"]).output == "no consent is kept\n")
    }

    @Test("show has a dash for what the consent does not cover")
    func show() throws {
        let door = try DeskDoor { _ in .success(.entries([.whole, .bare])) }
        #expect(
            try door.run(["records", "show"], input: sampleCode).output == """
                time                     door  direction  outcome   purpose        destroyed at
                2026-12-01 01:00:00 UTC  main  in         admitted  entry_log      2026-12-15 01:00:00 UTC
                -                        -     -          -         fever_outcome  2026-12-15 01:00:00 UTC

                """)
        #expect(door.desk.requests == [.entries(code: sampleCode)])
    }

    @Test("export writes all of it as JSON into a file of its user's alone")
    func export() throws {
        let door = try DeskDoor { _ in
            .success(.exported(DeskExport(time: 1_796_086_800_000, consents: [.sample], entries: [.whole, .bare])))
        }
        let path = door.directory.path("copy.json")
        let run = try door.run(["records", "export", "--output", path], input: sampleCode)
        #expect(run.exitCode == 0 && run.output.isEmpty && run.errors.isEmpty)
        let copy = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))) as? [String: Any])
        #expect(copy["made"] as? String == "2026-12-01 01:00:00 UTC")
        let entries = try #require(copy["entries"] as? [[String: Any]])
        #expect(entries.count == 2 && entries[0]["direction"] as? String == "in" && entries[1]["time"] == nil)
        #expect((copy["consents"] as? [Any])?.count == 1)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(door.desk.requests == [.export(code: sampleCode, reason: .personsRequest)])
    }

    @Test("erase takes a receipt or an id, and a reason")
    func erase() throws {
        let door = try DeskDoor { _ in
            .success(.destroyed(DeskDestroyed(consents: 2, entries: 0, isVerified: true)))
        }
        let run = try door.run(["records", "erase", "--reason", "complaint"], input: sampleCode)
        #expect(run.output.hasPrefix("erased: 2 consents, 0 entries destroyed\nverified: "))
        #expect(try door.run(["records", "erase", "--consent", DeskConsent.sample.id]).exitCode == 0)
        #expect(
            door.desk.requests == [
                .erase(code: sampleCode, reason: .complaint),
                .eraseConsent(id: DeskConsent.sample.id, reason: .personsRequest),
            ])
        #expect(try door.run(["records", "erase", "--consent", "x", "--receipt", "y"]).exitCode == 64)
        #expect(try door.run(["records", "erase", "--reason", "because"]).exitCode == 64)
    }
}
