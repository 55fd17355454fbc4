import Settings
import Testing

@Suite("Reading a configuration")
struct SettingsLoaderTests {
    @Test("an empty text gives every default")
    func empty() throws {
        #expect(try SettingsLoader.parse(text: "", file: "door.toml") == Settings())
    }

    @Test("whole numbers are taken where numbers are expected")
    func wholeNumbers() throws {
        let settings = try SettingsLoader.parse(
            text: "[reference]\ntemperature_c = 36\nregion = { x = 1, y = 2.5, radius = 3 }", file: "door.toml")
        #expect(settings.reference.temperature == 36)
        #expect(settings.reference.region == .disc(x: 1, y: 2.5, radius: 3))
    }

    @Test("the gate is read although other sections are wrong")
    func gateAlone() throws {
        let text = "[camera]\nrotation = 45\n[gate]\noutput = \"simulated\"\n[nonsense]\n"
        #expect(try SettingsLoader.parseGate(text: text, file: "door.toml").output == .simulated)
        #expect(complaint(text) != nil)
    }

    @Test("a wrong gate is refused alone, and so is a text that is not TOML")
    func wrongGate() {
        let error = #expect(throws: SettingsError.self) {
            try SettingsLoader.parseGate(text: "[gate]\noutput = \"relay\"\n[camera]\nrotation = 45", file: "door.toml")
        }
        #expect(error?.problems.map(\.key) == ["gate.output"])
        #expect(throws: SettingsError.self) { try SettingsLoader.parseGate(text: "[gate", file: "door.toml") }
    }

    @Test("values of the command line win over the file")
    func overrides() throws {
        let settings = try SettingsLoader.parse(
            text: "[camera]\ndevice = \"auto\"\nrotation = 180", file: "door.toml",
            overrides: [
                "camera.device=simulated", "camera.rotation = 90", "reference.temperature_c=36.6",
                "reference.region={ x = 1, y = 2, radius = 3 }", "camera.profile=\"lepton3-tlinear\"",
            ])
        #expect(settings.camera.device == "simulated")
        #expect(settings.camera.profile == "lepton3-tlinear")
        #expect(settings.camera.rotation == .quarter)
        #expect(settings.reference.temperature == 36.6)
        #expect(settings.reference.region == .disc(x: 1, y: 2, radius: 3))
    }

    @Test("a device that looks like TOML's comment or key is taken as it stands")
    func literalOverrides() throws {
        let settings = try SettingsLoader.defaults(overrides: ["camera.device=/dev/v4l/by-id/usb-a=b#1"])
        #expect(settings.camera.device == "/dev/v4l/by-id/usb-a=b#1")
    }

    @Test(
        "a device is a word, a path or a stable identity",
        arguments: [
            ("auto", true), ("simulated", true), ("/dev/video0", true), ("./door.cptv", true), ("door.CPTV", true),
            ("1e4e:0100:8003002c-5113-3238:0", true), ("0bda:5830::0", true), ("0bda:5830:a:b:1", true),
            ("video0", false), ("", false), ("1e4e:0100", false), ("1e4e:0100:SERIAL", false),
            ("1e4e:01zz:SERIAL:0", false), ("1e4e:0100:SERIAL:256", false), ("1e4e:0100:SERIAL:-1", false),
        ])
    func devices(device: String, isAllowed: Bool) {
        #expect((complaint("[camera]\ndevice = \"\(device)\"") == nil) == isAllowed)
    }

    @Test("problems of the command line name --set")
    func wrongOverrides() {
        #expect(
            complaint(
                "",
                overrides: ["camera.rotatoin=90", "camera.rotation=45", "rotation", "reference.mode=none\n[gate]"])
                    == """
                    --set: camera.rotatoin: found an unknown key, allowed the nearest key camera.rotation
                      Did you mean camera.rotation?
                    --set: camera.rotation: found 45, allowed 0, 90, 180 or 270
                      Write one of these numbers without quotes.
                    --set: found "rotation", allowed KEY=VALUE
                      Write the section, a dot, the key, an equals sign and the value: camera.rotation=90.
                    --set: reference.mode: found "none\\u{a}[gate]", allowed "required", "optional" or "none"
                      Write one of these words in quotes.
                    """)
        let group = complaint("", overrides: ["control.bridge_group=lintel-operator"])
        #expect(group?.contains("--set: control.bridge_group: ") == true)
    }

    @Test("a file that can't be read says why")
    func unreadable() throws {
        #expect(
            loadComplaint("/nowhere/door.toml") == """
                /nowhere/door.toml: can't be read: No such file or directory
                  Check the path; config/lintel.toml is the commented reference to copy.
                """)
        #expect(loadComplaint("/")?.contains("Name the file in the directory.") == true)
        let large = Array(repeating: UInt8(ascii: "#"), count: 1 << 20)
        try SystemText.withFile(large) { #expect(loadComplaint($0) == nil) }
        try SystemText.withFile(large + large) { path in
            #expect(loadComplaint(path)?.hasPrefix("\(path): found more than 1 MiB, allowed") == true)
        }
        try SystemText.withFile(Array("# caf".utf8) + [10, 0xE9, 10]) { path in
            #expect(loadComplaint(path)?.hasPrefix("\(path):2: found bytes that are not UTF-8") == true)
        }
    }

    private func loadComplaint(_ path: String) -> String? {
        do {
            _ = try SettingsLoader.load(path: path)
            return nil
        } catch {
            return error.description
        }
    }
}
