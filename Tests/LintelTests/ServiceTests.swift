import Foundation
import Testing

/// What systemd sees of the daemon.
@Suite("The daemon, as a service")
struct ServiceTests {
    private static let demo = ["--config", "config/demo.toml"]
    private static let absent = ["--set", "camera.device=/dev/video99", "--set", "gate.output=none"]

    /// A copy of the demo's configuration that a test may change.
    private struct Configuration {
        let directory: TemporaryDirectory
        let path: String

        init() throws {
            directory = try TemporaryDirectory()
            path = directory.path("door.toml")
            try FileManager.default.copyItem(
                at: Program.package.appendingPathComponent("config/demo.toml"), to: URL(fileURLWithPath: path))
        }

        func append(_ text: String) throws {
            let old = try String(contentsOfFile: path, encoding: .utf8)
            try (old + text).write(toFile: path, atomically: true, encoding: .utf8)
        }

        func replace(_ old: String, _ new: String) throws {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try #require(text.contains(old))
            try text.replacingOccurrences(of: old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
        }
    }

    @Test("systemd is told READY, the state in words, that it lives, and STOPPING")
    func notifications() throws {
        let systemd = try SystemNotifyListener(watchdog: .seconds(1))
        let program = try Program("linteld", Self.demo, environment: systemd.environment)
        #expect(systemd.wait { $0.hasPrefix("READY=1\nSTATUS=") })
        #expect(systemd.wait { $0 == "STATUS=screening: simulated camera, reference tracked" })
        let before = systemd.messages.count
        systemd.collect(for: .seconds(3))
        // Every half of the watchdog's time; two thirds of them are generous for a loaded machine.
        #expect(systemd.messages.dropFirst(before).count { $0 == "WATCHDOG=1" } >= 4)
        #expect(program.terminate() < .seconds(2))
        systemd.takeWaiting()
        #expect(systemd.messages.last == "STOPPING=1")
        #expect(program.finish().exitCode == 0)
        #expect(systemd.messages.count { $0.hasPrefix("READY=1") } == 1)
    }

    @Test("a process that is held does not say that it lives, and blames no stage when it goes on")
    func held() throws {
        let systemd = try SystemNotifyListener(watchdog: .seconds(1))
        let program = try Program("linteld", Self.demo, environment: systemd.environment)
        #expect(systemd.wait { $0 == "WATCHDOG=1" })
        program.send(SIGSTOP)
        systemd.collect(for: .milliseconds(500))
        let before = systemd.messages.count
        systemd.collect(for: .seconds(7))
        #expect(systemd.messages.count == before)
        program.send(SIGCONT)
        #expect(systemd.wait { $0 == "WATCHDOG=1" })
        _ = program.terminate()
        #expect(!program.finish().errors.contains("sign of life"))
    }

    @Test("without a camera it is ready, says so once, lives, and stops at once")
    func absentCamera() throws {
        let systemd = try SystemNotifyListener(watchdog: .seconds(1))
        let program = try Program("linteld", Self.demo + Self.absent, environment: systemd.environment)
        #expect(systemd.wait { $0.hasPrefix("READY=1") })
        #expect(systemd.wait { $0 == "WATCHDOG=1" })
        systemd.collect(for: .seconds(2))
        #expect(systemd.status?.hasPrefix("waiting: camera absent") == true)
        #expect(program.terminate() < .seconds(2))
        let run = program.finish()
        #expect(run.exitCode == 0)
        #expect(run.logLines.count { $0.contains("camera absent") } == 1)
        #expect(run.logLines.contains { $0.contains("started: ") && $0.contains("/dev/video99") })
        #expect(run.output.contains("frames           0 screened"))
    }

    @Test("a reload applies what can be applied and names what needs a restart")
    func reload() throws {
        let configuration = try Configuration()
        let systemd = try SystemNotifyListener()
        let program = try Program("linteld", ["--config", configuration.path], environment: systemd.environment)
        #expect(systemd.wait { $0.contains("reference tracked") })
        try configuration.replace("entries = \"lines\"", "entries = \"counts\"")
        try configuration.replace("seed = 1", "seed = 2")
        try configuration.append("\n[screening]\nelevated_skin_c = 38\n")
        program.send(SIGHUP)
        program.waitForError("configuration read again")
        systemd.collect(for: .seconds(8))
        _ = program.terminate()
        let run = program.finish()
        #expect(run.exitCode == 0)
        #expect(!run.logLines.contains { $0.hasSuffix(" admitted") || $0.hasSuffix(" referred") })
        #expect(run.logLines.contains { $0.contains("entries: ") })
        #expect(systemd.status?.hasPrefix("screening: simulated camera") == true)
    }

    @Test("the line of a reload names the keys")
    func reloadLine() throws {
        let configuration = try Configuration()
        let systemd = try SystemNotifyListener()
        let program = try Program("linteld", ["--config", configuration.path], environment: systemd.environment)
        #expect(systemd.wait { $0.hasPrefix("READY=1") })
        try configuration.replace("seed = 1", "seed = 2")
        try configuration.append("\n[screening]\nelevated_skin_c = 38\n")
        program.send(SIGHUP)
        systemd.collect(for: .seconds(1))
        _ = program.terminate()
        let run = program.finish()
        #expect(
            run.logLines.contains {
                $0.hasSuffix(
                    "configuration read again: applied: screening.elevated_skin_c; needs a restart: simulation.seed")
            }, "\(run.errors)")
    }

    @Test("a reload of a wrong configuration changes nothing and names every problem")
    func refusedReload() throws {
        let configuration = try Configuration()
        let systemd = try SystemNotifyListener()
        let program = try Program("linteld", ["--config", configuration.path], environment: systemd.environment)
        #expect(systemd.wait { $0.hasPrefix("READY=1") })
        try configuration.append("\n[screening]\nelevated_skin_c = 99\nrelativ_c = 1\n")
        program.send(SIGHUP)
        systemd.collect(for: .seconds(1))
        program.send(SIGHUP)
        systemd.collect(for: .seconds(1))
        _ = program.terminate()
        let run = program.finish()
        #expect(run.exitCode == 0)
        #expect(run.logLines.count { $0.contains("configuration refused") } == 2)
        let lines = run.logLines.filter { $0.contains("\(configuration.path):") }
        #expect(lines.count == 4)
        #expect(lines.contains { $0.contains("screening.elevated_skin_c: found 99") })
        #expect(lines.contains { $0.contains("Did you mean relative_c?") })
    }

    @Test("a journal that takes no lines stops neither screening nor the sign of life nor the end")
    func silentJournal() throws {
        let configuration = try Configuration()
        let systemd = try SystemNotifyListener(watchdog: .seconds(1))
        let program = try Program("linteld", ["--config", configuration.path], environment: systemd.environment)
        #expect(program.narrowErrors())
        #expect(systemd.wait { $0.contains("reference tracked") })
        try configuration.append("\n[nothing]\n" + (0..<400).map { "[unknown\($0)]\n" }.joined())
        program.send(SIGHUP)
        #expect(systemd.wait { $0.contains("; journal not answering, ") })
        #expect(systemd.status?.hasPrefix("screening: simulated camera") == true)
        #expect(systemd.wait { $0 == "WATCHDOG=1" })
        #expect(program.terminate() < .seconds(2))
        #expect(program.finish().output.contains("Summary"))
    }

    @Test("a broken configuration is never READY")
    func brokenConfiguration() throws {
        let configuration = try Configuration()
        try configuration.append("\n[nothing]\n")
        let systemd = try SystemNotifyListener()
        let run = try Program("linteld", ["--config", configuration.path], environment: systemd.environment).finish()
        systemd.takeWaiting()
        #expect(run.exitCode == 78)
        #expect(systemd.messages == ["STATUS=the configuration has an error: see the journal"])
    }
}
