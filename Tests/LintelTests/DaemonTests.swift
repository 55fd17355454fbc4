import Foundation
import Screening
import Testing

@Suite("The daemon, as a program")
struct DaemonTests {
    private static let demo = ["--config", "config/demo.toml"]

    @Test("the demo in a pipe prints entry lines, a summary and ends with exit code 0")
    func demoInPipe() throws {
        let run = try Program("linteld", Self.demo + ["--seconds", "8"]).finish()
        #expect(run.exitCode == 0)
        #expect(run.logLines.contains { $0.contains("started: simulated camera, 120x160") })
        #expect(run.logLines.contains { $0.hasSuffix(" admitted") || $0.hasSuffix(" referred") })
        #expect(run.logLines.last?.contains(/stopped: [0-9]+ frames screened, 0 lost/) == true)
        let frames = try #require(run.output.firstMatch(of: /frames +(\d+) screened, 0 lost/))
        #expect((60...75).contains(Int(frames.1) ?? 0))
        #expect(!run.output.contains("\u{1B}"))
    }

    @Test("no log line holds a temperature, an outcome or a reason")
    func logCarriesNoPerson() throws {
        let run = try Program("linteld", Self.demo + ["--seconds", "8", "--set", "screening.elevated_skin_c=33"])
            .finish()
        #expect(run.output.contains(/elevated +[1-9]/))
        #expect(run.logLines.contains { $0.hasSuffix(" referred") })
        let words = Outcome.allCases.map(\.rawValue) + UndecidedReason.allCases.map(\.rawValue)
        for line in run.logLines {
            #expect(!line.contains(/[0-9]{2}[.,][0-9]|°|celsius|skin/), "\(line)")
            for word in words { #expect(!line.contains(word), "\(line)") }
        }
    }

    @Test("SIGINT ends it with the same summary")
    func interrupted() throws {
        let program = try Program("linteld", Self.demo)
        program.waitForError("reference body tracked")
        program.interrupt()
        let run = program.finish()
        #expect(run.exitCode == 0)
        for row in ["Summary: ", "frames ", "people ", "screenings ", "passages ", "memory "] {
            #expect(run.output.contains(row))
        }
    }

    @Test("counts mode writes one line at the end and none for an entry")
    func countsMode() throws {
        let run = try Program("linteld", Self.demo + ["--seconds", "7", "--set", "journal.entries=\"counts\""]).finish()
        #expect(run.logLines.filter { $0.contains("entries: ") }.count == 1)
        #expect(!run.logLines.contains { $0.hasSuffix(" admitted") || $0.hasSuffix(" referred") })
    }

    @Test("a broken configuration is refused with exit code 78, naming file, line and key")
    func brokenConfiguration() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("door.toml")
        try "[camera]\ndevice = \"simulated\"\nrotaton = 90\n".write(toFile: path, atomically: true, encoding: .utf8)
        let run = try Program("linteld", ["--config", path]).finish()
        #expect(run.exitCode == 78)
        #expect(run.errors.contains("\(path):3"))
        #expect(run.errors.contains("camera.rotaton"))
        #expect(run.errors.contains("Did you mean rotation?"))
        #expect(run.output.isEmpty)
    }

    @Test("a recording that isn't there ends it with exit code 69")
    func noRecording() throws {
        let run = try Program(
            "linteld", Self.demo + ["--set", "camera.device=/nowhere/door.cptv", "--set", "gate.output=none"]
        ).finish()
        #expect(run.exitCode == 69)
        #expect(run.errors.contains("/nowhere/door.cptv"))
    }

    @Test("a recording is played as a camera, but no picture of it is shown")
    func recording() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("door.cptv")
        #expect(try Program("lintelctl", ["simulate", "--seed", "5", path]).finish().exitCode == 0)
        let camera = ["--set", "camera.device=\(path)", "--set", "gate.output=none"]
        let shown = try Program("linteld", Self.demo + camera + ["--picture", "always"]).finish()
        #expect(shown.exitCode == 64)
        #expect(shown.errors.contains("simulated camera only"))
        let run = try Program("linteld", Self.demo + camera + ["--seconds", "1"]).finish()
        #expect(run.exitCode == 0)
        #expect(run.output.contains("recording \(path)"))
    }

    @Test("a recording that is cut off gives its frames, a summary and exit code 65")
    func cutOffRecording() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("cut.cptv")
        #expect(try Program("lintelctl", ["simulate", "--seed", "5", path]).finish().exitCode == 0)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        try whole.prefix(whole.count / 8).write(to: URL(fileURLWithPath: path))
        let run = try Program(
            "linteld", Self.demo + ["--set", "camera.device=\(path)", "--set", "gate.output=none"]
        ).finish()
        #expect(run.exitCode == 65)
        #expect(run.output.contains(/frames +[1-9][0-9]* screened/))
        #expect(run.errors.contains("at byte"))
    }
}
