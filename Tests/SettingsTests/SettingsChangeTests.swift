import Foundation
import Settings
import Testing

@Suite("A changed configuration")
struct SettingsChangeTests {
    private func settings(_ overrides: [String]) throws -> Settings {
        try SettingsLoader.defaults(overrides: overrides)
    }

    @Test("what applies at once is in use, what needs a restart is named and not in use")
    func both() throws {
        let running = try settings([])
        let new = try settings(["screening.elevated_skin_c=37", "camera.rotation=90", "journal.entries=lines"])
        let change = SettingsChange(from: running, to: new)
        #expect(change.settings.screening.elevatedSkin == 37)
        #expect(change.settings.journal.entries == .lines)
        #expect(change.settings.camera == running.camera)
        #expect(change.words == "applied: screening.elevated_skin_c, journal.entries; needs a restart: camera.rotation")
    }

    @Test("a key that waits for a restart is named again at the next reload, until it is taken back")
    func again() throws {
        let new = try settings(["camera.rotation=90"])
        let first = SettingsChange(from: try settings([]), to: new)
        #expect(SettingsChange(from: first.settings, to: new).words == "needs a restart: camera.rotation")
        #expect(SettingsChange(from: first.settings, to: try settings([])).words == "nothing changed")
    }

    @Test("an optional key that was left out is a change too")
    func optional() throws {
        let change = SettingsChange(from: try settings(["screening.room_c=20"]), to: try settings([]))
        #expect(change.settings.screening.room == nil)
        #expect(change.words == "applied: screening.room_c")
    }

    @Test("every key is copied or kept, each alone", arguments: SettingKey.all)
    func eachKey(_ key: SettingKey) throws {
        let others = [
            "\"simulated\"", "\"x\"", "90", "33", "35.5", "0.5", "1.5", "20", "\"none\"", "\"optional\"", "\"lines\"",
            "{ x = 1, y = 2, radius = 3 }", "\"consented\"", "\"lepton3-tlinear\"", "\"big\"", "\"off\"",
            "{ left = 1, top = 0, right = 0, bottom = 0 }",
            "[\"time\"]", "\"3h\"", "\"3d\"", "\"3y\"", "{ en = \"text\" }",
        ]
        // The keys of a generic camera are read with a generic profile only, records need a whole notice.
        let told = [
            "controller", "address", "contact", "email", "phone", "jurisdiction", "storage_location", "policy_url",
        ]
        let notice = told.map { "notice.\($0)=\"a text\"" } + ["notice.entry_log_items=[\"time\"]"]
        let bases = [[], ["camera.profile=generic-yuyv-split"], notice]
        let pairs = try bases.flatMap { base in
            let before = try settings(base)
            return others.compactMap { other in
                (try? settings(base + ["\(key.path)=\(other)"])).map { (before: before, after: $0) }
            }
        }
        let pair = try #require(pairs.first { key.value(in: $0.after) != key.value(in: $0.before) })
        let before = pair.before
        let change = SettingsChange(from: before, to: pair.after)
        #expect(change.settings == (key.appliesOnReload ? pair.after : before))
        #expect((change.applied + change.needRestart).map(\.path) == [key.path])
    }

    @Test("the keys of a section are of one kind, and the reference configuration says of which")
    func documented() throws {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let lines = try String(contentsOf: package.appendingPathComponent("config/lintel.toml"), encoding: .utf8)
            .split(separator: "\n")
        for section in SettingKey.sections {
            let kinds = Set(SettingKey.all.filter { $0.section == section }.map(\.appliesOnReload))
            let header = try #require(lines.firstIndex(of: "[\(section)]"))
            #expect(kinds == [lines[header + 1].hasPrefix("# Applied by a reload")], "\(section)")
            #expect(lines[header + 1].hasPrefix("# Applied by a re"), "\(section)")
        }
    }
}
