import Foundation
import Testing

@Suite("The tool, as a program")
struct ToolTests {
    @Test("render writes the same PNG every time")
    func render() throws {
        let directory = try TemporaryDirectory()
        let files = ["a.png", "b.png"].map(directory.path)
        for file in files {
            let run = try Program(
                "lintelctl", ["render", "--simulated", "--seed", "1", "--at", "4.6", "--scale", "2", file]
            ).finish()
            #expect(run.exitCode == 0)
        }
        let pictures = try files.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        #expect(pictures[0].starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(pictures[0] == pictures[1])
    }

    @Test("check --quiet is silent about a valid configuration, not about a wrong one")
    func quietCheck() throws {
        let valid = try Program("lintelctl", ["check", "--quiet", "config/lintel.toml"]).finish()
        #expect(valid.exitCode == 0 && valid.output.isEmpty && valid.errors.isEmpty)
        let wrong = try Program(
            "lintelctl", ["check", "--quiet", "--set", "camera.rotation=45", "config/lintel.toml"]
        ).finish()
        #expect(wrong.exitCode == 78 && wrong.errors.contains("camera.rotation"))
    }

    @Test("the demo's configuration names what the body of its simulated door is set to")
    func demoReference() throws {
        let directory = try TemporaryDirectory()
        let (known, configured) = (directory.path("known.png"), directory.path("configured.png"))
        let moment = ["render", "--simulated", "--seed", "1", "--at", "4.6", "--scale", "2"]
        #expect(try Program("lintelctl", moment + [known]).finish().exitCode == 0)
        #expect(
            try Program("lintelctl", moment + ["--config", "config/demo.toml", configured]).finish().exitCode == 0)
        let read = { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        #expect(try read(known) == read(configured))
    }

    @Test("render refuses a moment after the recording's end")
    func renderTooLate() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("door.cptv")
        #expect(try Program("lintelctl", ["simulate", path]).finish().exitCode == 0)
        let run = try Program(
            "lintelctl", ["render", "--recording", path, "--at", "4000", directory.path("a.png")]
        ).finish()
        #expect(run.exitCode != 0)
        #expect(run.errors.contains("no frame at 4000"))
    }

    @Test("simulate writes the same recording for the same seed, and its truth beside it")
    func simulate() throws {
        let directory = try TemporaryDirectory()
        for name in ["a", "b"] {
            let arguments = ["simulate", "--kind", "pair", "--seed", "3", directory.path("\(name).cptv")]
            #expect(try Program("lintelctl", arguments).finish().exitCode == 0)
        }
        let read = { try Data(contentsOf: URL(fileURLWithPath: directory.path($0))) }
        #expect(try read("a.cptv") == read("b.cptv"))
        #expect(String(decoding: try read("a.json"), as: UTF8.self).contains("\"kind\" : \"pair\""))
    }
}
