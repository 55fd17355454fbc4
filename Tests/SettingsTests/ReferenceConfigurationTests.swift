import Settings
import Testing

@Suite("The configuration files of the project")
struct ReferenceConfigurationTests {
    @Test("the reference holds every default")
    func defaults() throws {
        #expect(try SettingsLoader.load(path: ConfigurationFiles.reference) == Settings())
    }

    @Test("the reference names every key, at its default or, without one, in a comment")
    func complete() throws {
        let text = try SystemText.read(ConfigurationFiles.reference)
        let lines = text.split(separator: "\n")
        let positions = KeyPositions(text)
        for key in SettingKey.all {
            if let value = key.defaultValue {
                #expect(positions.line(of: [.key(key.section), .key(key.name)]) != nil, "\(key.path)")
                #expect(lines.contains("\(key.name) = \(value)"), "\(key.path)")
            } else {
                #expect(lines.contains { $0.hasPrefix("# \(key.name) = ") }, "\(key.path)")
            }
        }
        let known = SettingKey.all.count { $0.defaultValue != nil } + SettingKey.sections.count
        // Keys of inline tables stand in one line with their table.
        #expect(positions.lines.keys.count { $0.count <= 2 } == known)
    }

    @Test("every key of the table can be set, and says what it is set to")
    func everyKey() throws {
        let other = [
            "camera.device": "\"/dev/video2\"", "camera.profile": "\"generic-yuyv-split\"", "camera.rotation": "270",
            "generic_camera.kelvin_per_count": "0.04", "generic_camera.kelvin_at_zero": "173.15",
            "generic_camera.byte_order": "\"big\"", "generic_camera.split_row": "194",
            "generic_camera.crop": "{ left = 1, top = 2, right = 3, bottom = 4 }",
            "simulation.seed": "9", "simulation.width": "640", "simulation.height": "512",
            "simulation.frames_per_second": "27.0", "reference.mode": "\"optional\"",
            "reference.temperature_c": "36.6", "reference.uncertainty_c": "0.1",
            "reference.region": "{ x = 20.0, y = 30.5, radius = 6.0 }", "screening.elevated_skin_c": "37.0",
            "screening.relative_c": "0.8", "screening.room_c": "21.5", "gate.output": "\"simulated\"",
            "notice.version": "\"2026-11\"", "notice.controller": "\"Example Ltd\"",
            "notice.address": "\"1 Example Street\"", "notice.contact": "\"Privacy office\"",
            "notice.email": "\"privacy@example.org\"", "notice.phone": "\"+82 2 000 0000\"",
            "notice.jurisdiction": "\"KR\"", "notice.storage_location": "\"the device at this door\"",
            "notice.policy_url": "\"https://example.org/privacy\"",
            "notice.entry_log_items": "[\"time\", \"direction\"]", "notice.entry_log_retention": "\"36h\"",
            "notice.entry_log_text": "{ de = \"Zutritte\", en = \"Entries\" }",
            "notice.fever_outcome_items": "[\"time\", \"outcome\"]", "notice.fever_outcome_retention": "\"90m\"",
            "notice.fever_outcome_text": "{ en = \"Outcome\" }", "notice.consent_validity": "\"1y\"",
            "notice.proof_window": "\"30d\"", "notice.refusal": "{ en = \"You may refuse.\" }",
            "notice.withdrawal": "{ en = \"Show your receipt.\" }", "audit.keep": "\"3y\"",
            "clock.synchronized": "\"/run/chrony/synchronised\"",
            "control.socket": "\"/run/door.socket\"", "control.viewer_group": "\"staff\"",
            "control.operator_group": "\"_door\"", "control.privacy_group": "\"dpo\"",
            "control.bridge_group": "\"mqtt-1\"", "journal.entries": "\"lines\"",
        ]
        let profile = "[camera]\nprofile = \"generic-yuyv-split\"\n"
        for key in SettingKey.all where key.path != "records.mode" {
            let value = try #require(other[key.path], "\(key.path)")
            #expect(value != key.defaultValue)
            let settings = try SettingsLoader.parse(
                text: "[\(key.section)]\n\(key.name) = \(value)\n" + (key.section == "generic_camera" ? profile : ""),
                file: "door.toml")
            #expect(key.value(in: settings) == value)
        }
    }

    @Test("the demo shows an upright simulated door with a line an entry, and keeps nothing")
    func demo() throws {
        let settings = try SettingsLoader.load(path: ConfigurationFiles.demo)
        #expect(settings.camera.device == "simulated")
        #expect(settings.camera.rotation == .none)
        #expect(settings.simulation.width == 120 && settings.simulation.height == 160)
        #expect(settings.reference.temperature == 36.3)
        #expect(settings.gate.output == .simulated)
        #expect(settings.records.mode == .off)
        #expect(settings.journal.entries == .lines)
    }
}
