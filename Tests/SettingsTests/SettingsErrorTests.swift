import Settings
import Testing

@Suite("What is said of a wrong configuration")
struct SettingsErrorTests {
    @Test("all problems are told at once, in the order of the file")
    func allAtOnce() {
        let text = """
            [camera]
            devise = "simulated"
            rotation = 45

            [refrence]
            mode = "none"

            [screening]
            elevated_skin_c = "36.2"
            relative_c = 5
            temperature_c = 35.0
            """
        #expect(
            complaint(text) == """
                door.toml:2: camera.devise: found an unknown key, allowed device, profile or rotation
                  Did you mean device?
                door.toml:3: camera.rotation: found 45, allowed 0, 90, 180 or 270
                  Write one of these numbers without quotes.
                door.toml:5: refrence: found an unknown section, allowed the sections camera, generic_camera, simulation, \
                reference, screening, gate, records, notice, audit, clock, control or journal
                  Did you mean [reference]?
                door.toml:9: screening.elevated_skin_c: found "36.2", allowed 33.0 to 40.0 °C
                  Write a number of this range without quotes.
                door.toml:10: screening.relative_c: found 5, allowed 0.2 to 3.0 °C
                  Write a number of this range without quotes.
                door.toml:11: screening.temperature_c: found an unknown key, allowed elevated_skin_c, relative_c or room_c
                  Write it under [reference].
                """)
    }

    @Test(
        "each wrong value is named with what is allowed",
        arguments: [
            (
                "[camera]\ndevice = true",
                "door.toml:2: camera.device: found true, allowed \"auto\", \"simulated\", a path or a camera's stable identity"
                    + "\n  Write one of these in quotes; `lintelctl cameras` lists paths and identities."
            ),
            (
                "[camera]\ndevice = \"simulted\"",
                "door.toml:2: camera.device: found \"simulted\", allowed \"auto\", \"simulated\", a path or a camera's stable identity"
                    + "\n  Did you mean \"simulated\"?"
            ),
            (
                "[camera]\ndevice = \"1e4e:100:SERIAL:0\"",
                "door.toml:2: camera.device: found \"1e4e:100:SERIAL:0\", allowed \"auto\", \"simulated\", a path or a camera's "
                    + "stable identity\n  Write one of these in quotes; `lintelctl cameras` lists paths and identities."
            ),
            (
                "[camera]\nprofile = \"lepton3-tliner\"",
                "door.toml:2: camera.profile: found \"lepton3-tliner\", allowed \"auto\", \"lepton3-tlinear\", "
                    + "\"lepton2-tlinear\", \"infiray-64\", \"boson-tlinear\", \"amg88xx\", \"generic-y16\", "
                    + "\"generic-yuyv-split\" or \"loopback-8bit\"\n  Did you mean \"lepton3-tlinear\"?"
            ),
            (
                "[generic_camera]\ncrop = { bottom = -2 }",
                "door.toml:2: generic_camera.crop: found { bottom = -2 }, allowed { left = 0 to 8192, top = 0 to 8192, "
                    + "right = 0 to 8192, bottom = 0 to 8192 }"
                    + "\n  Write the columns and rows to drop, such as { left = 0, top = 0, right = 0, bottom = 2 }."
            ),
            (
                "[generic_camera]\nkelvin_per_count = 0",
                "door.toml:2: generic_camera.kelvin_per_count: found 0, allowed 0.0001 to 10.0 K"
                    + "\n  Write a number of this range without quotes."
            ),
            (
                "camera.rotation = \"90\"",
                "door.toml:1: camera.rotation: found \"90\", allowed 0, 90, 180 or 270"
                    + "\n  Write one of these numbers without quotes."
            ),
            (
                "[simulation]\nseed = -1",
                "door.toml:2: simulation.seed: found -1, allowed a whole number, 0 or more"
                    + "\n  Write a whole number without quotes."
            ),
            (
                "[simulation]\nwidth = 160.0",
                "door.toml:2: simulation.width: found 160.0, allowed a whole number, 32 to 1280"
                    + "\n  Write a whole number without quotes."
            ),
            (
                "[simulation]\nframes_per_second = nan",
                "door.toml:2: simulation.frames_per_second: found nan, allowed 1.0 to 60.0 frames a second"
                    + "\n  Write a number of this range without quotes."
            ),
            (
                "[reference]\nmode = \"maybe\"",
                "door.toml:2: reference.mode: found \"maybe\", allowed \"required\", \"optional\" or \"none\""
                    + "\n  Write one of these words in quotes."
            ),
            (
                "[reference]\nregion = { x = 1, y = 2 }",
                "door.toml:2: reference.region: found { x = 1, y = 2 }, allowed \"auto\" or "
                    + "{ x = 0 to 1280, y = 0 to 1280, radius = 1 to 200 } in upright pixels"
                    + "\n  Write \"auto\", or a disc such as { x = 20, y = 30, radius = 6 }."
            ),
            (
                "[screening]\nroom_c = 1979-05-27",
                "door.toml:2: screening.room_c: found a date or time, allowed 5.0 to 45.0 °C, or no such key"
                    + "\n  Write a number of this range without quotes, or leave the key out."
            ),
            (
                "\n[[gate]]\noutput = \"none\"",
                "door.toml:2: gate: found [{ output = \"none\" }], allowed a section"
                    + "\n  Write [gate] on a line of its own and its keys below."
            ),
            (
                "[control]\nsocket = \"io.lintel\"",
                "door.toml:2: control.socket: found \"io.lintel\", allowed \"auto\", \"off\" or an absolute path of at most "
                    + "103 bytes\n  Write one of these in quotes."
            ),
            (
                "[control]\nviewer_group = \"All Users\"",
                "door.toml:2: control.viewer_group: found \"All Users\", allowed a group's name: a-z, 0-9, _ and -, at most 32"
                    + "\n  Write the name of a group in quotes; it need not exist yet."
            ),
            (
                "rotation = 90",
                "door.toml:1: rotation: found an unknown key, allowed the sections camera, generic_camera, simulation, "
                    + "reference, screening, gate, records, notice, audit, clock, control or journal\n  Write it under [camera]."
            ),
        ])
    func wrongValue(text: String, expected: String) {
        #expect(complaint(text) == expected)
    }

    @Test("values that are allowed alone but not together are named")
    func combinations() {
        #expect(
            complaint("[reference]\nmode = \"none\"\nregion = { x = 20, y = 30, radius = 6 }") == """
                door.toml:3: reference.region: found a disc, allowed "auto" with reference.mode = "none"
                  Remove the disc, or set reference.mode to "required" or "optional".
                """)
        #expect(complaint("[reference]\nmode = \"none\"\nregion = \"auto\"") == nil)
        #expect(
            complaint("[control]\nbridge_group = \"lintel-operator\"") == """
                door.toml:2: control.bridge_group: found "lintel-operator", allowed another group than \
                control.operator_group
                  A bridge is told nothing about a person; give it a group of its own.
                """)
    }

    @Test("keys of the generic profiles are refused where no generic profile reads them")
    func genericKeys() {
        let keys = "[generic_camera]\nbyte_order = \"big\"\nsplit_row = 194\n"
        #expect(
            complaint(keys) == """
                door.toml:2: generic_camera.byte_order: found "big", allowed this key with camera.profile = "generic-y16" \
                or "generic-yuyv-split"
                  Set camera.profile to the one that fits, or remove the key.
                door.toml:3: generic_camera.split_row: found 194, allowed this key with camera.profile = "generic-y16" \
                or "generic-yuyv-split"
                  Set camera.profile to the one that fits, or remove the key.
                """)
        #expect(
            complaint(keys + "[camera]\nprofile = \"generic-y16\"") == """
                door.toml:3: generic_camera.split_row: found 194, allowed 0 with camera.profile = "generic-y16"
                  Use crop to drop rows, or set camera.profile to "generic-yuyv-split".
                """)
        #expect(complaint(keys + "[camera]\nprofile = \"generic-yuyv-split\"") == nil)
    }

    @Test("what is not TOML is named with line and column")
    func syntax() throws {
        let report = try #require(complaint("[camera]\ndevice = \"auto\nrotation = 90\n"))
        #expect(report.hasPrefix("door.toml:2:15: not valid TOML: "))
        #expect(report.hasSuffix("\n  Correct this line; the format is described at https://toml.io."))
        #expect(complaint("[camera]\nrotation = 0\nrotation = 90\n")?.hasPrefix("door.toml:3:") == true)
    }

    @Test("a NUL and deep nesting are refused with their line")
    func refusedBeforeTOML() {
        let nul = """
            door.toml:2: found a NUL character, allowed any other text
              Remove the NUL; no key or value of Lintel holds one.
            """
        #expect(complaint("[camera]\n\"device\\u0000x\" = 1") == nul)
        #expect(complaint("[camera]\ndevice = \"auto\\u0000x\"") == nul)
        #expect(complaint("[camera]\ndevice = \"auto\u{0}x\"") == nul)
        let deep = """
            door.toml:1: found tables nested too deeply, allowed 16 levels
              Remove this line; no key of Lintel is deeper than three levels.
            """
        #expect(complaint(String(repeating: "a.", count: 400_000) + "a = 1") == deep)
        #expect(complaint("a = " + String(repeating: "[", count: 400_000)) == deep)
        #expect(complaint("a = " + String(repeating: "{ b.c = [", count: 50_000)) == deep)
        #expect(complaint("[" + String(repeating: "a.", count: 400_000) + "a]") == deep)
    }
}
