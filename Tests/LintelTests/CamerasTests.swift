import Foundation
import Testing

@Suite("lintelctl cameras")
struct CamerasTests {
    @Test("a machine without a camera is told so, with what to do, and exit code 69")
    func none() throws {
        let directory = try TemporaryDirectory()
        let run = try Program("lintelctl", ["cameras", "--root", directory.url.path]).finish()
        #expect(run.exitCode == 69)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("no camera: /sys/class/video4linux lists no video capture device\n  Plug"))
    }

    @Test("a camera that can't be opened is listed with the reason")
    func unopened() throws {
        let directory = try TemporaryDirectory()
        let entry = directory.url.appending(path: "sys/class/video4linux/video4242")
        try FileManager.default.createDirectory(at: entry, withIntermediateDirectories: true)
        try Data("Thermal\n".utf8).write(to: entry.appending(path: "name"))
        let run = try Program("lintelctl", ["cameras", "--root", directory.url.path]).finish()
        #expect(run.exitCode == 0)
        #expect(run.output.hasPrefix("/dev/video4242  Thermal\n  camera.device  \"/dev/video4242\"\n"))
        #expect(run.output.contains("\n  formats        can't be asked: "))
    }

    @Test("the simulated camera and a recording of it are tested with the same report")
    func simulated() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("door.cptv")
        #expect(try Program("lintelctl", ["simulate", path]).finish().exitCode == 0)
        for device in ["simulated", path] {
            let run = try Program("lintelctl", ["cameras", "--test", device, "--seconds", "5"]).finish()
            #expect(run.exitCode == 0, "\(run.errors)")
            let lines = run.output.split(separator: "\n")
            #expect(lines.first == device[...])
            #expect(
                lines.dropFirst().map { $0.drop { $0 == " " }.prefix { $0 != " " } } == [
                    "frames", "intervals", "lost", "mode", "scene", "noise", "telemetry", "reference", "camera",
                ])
            #expect(lines[1].contains(" in 5.0 s: 9.0") || lines[1].contains(" in 4.9 s: 9.0"), "\(lines[1])")
        }
    }

    @Test("what can't be tested is refused: no such recording, no such device, a misspelt profile")
    func refused() throws {
        let missing = try Program("lintelctl", ["cameras", "--test", "/nowhere/door.cptv"]).finish()
        #expect(missing.exitCode == 65)
        #expect(missing.errors.hasPrefix("/nowhere/door.cptv: "))
        let name = try Program("lintelctl", ["cameras", "--test", "camera1"]).finish()
        #expect(name.exitCode == 78)
        let profile = try Program(
            "lintelctl", ["cameras", "--test", "/dev/video4242", "--set", "camera.profile=lepton3"]
        ).finish()
        #expect(profile.exitCode == 78)
        #expect(profile.errors.contains("camera.profile"))
    }
}
