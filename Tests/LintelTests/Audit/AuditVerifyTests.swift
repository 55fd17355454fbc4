import Audit
import Control
import Foundation
import Records
import RecordsFixture
import Testing

@Suite("lintelctl audit, as a program")
struct AuditVerifyTests {
    /// A log of five accesses in two months, and what was exported of it.
    private struct Log {
        let directory: TemporaryDirectory
        let path: String
        let checkpoint: String
        let key: String

        init() throws {
            directory = try TemporaryDirectory()
            path = directory.path("access")
            // 2026-11-30 23:00 UTC; the boot is a made-up one.
            let time = Moments(wall: 1_796_079_600_000)
            let log = try AccessLog.open(
                path, keep: 2 * 365 * 86_400, random: SeededRandom(seed: 7), clock: { time.reading })
            let key = try #require(log.takeFirstKey())
            for _ in 0..<3 { try log.append(Access(user: "uid:1000", origin: .control, action: .list)) }
            time.advance(hours: 2)
            try log.append(Access(user: "uid:1000", origin: .control, action: .report))
            let checkpoint = try log.checkpoint().line
            try log.append(Access(user: "uid:1001", origin: .control, action: .report))
            self.key = directory.path("key")
            self.checkpoint = directory.path("checkpoints")
            try Data((AccessKey(key).text + "\n").utf8).write(to: URL(fileURLWithPath: self.key))
            try Data("\n\(checkpoint)\n".utf8).write(to: URL(fileURLWithPath: self.checkpoint))
        }

        func verify(_ arguments: [String] = []) throws -> Program.Outcome {
            try Program("lintelctl", ["audit", "verify", path] + arguments).finish()
        }

        func lines(_ segment: String) throws -> [String] {
            try String(contentsOfFile: "\(path)/\(segment)", encoding: .utf8).split(separator: "\n").map(String.init)
        }

        func write(_ lines: [String], _ segment: String) throws {
            try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: "\(path)/\(segment)"))
        }
    }

    @Test("a log that is as it was written is summed up, also without its keys")
    func sound() throws {
        let log = try Log()
        try FileManager.default.removeItem(atPath: "\(log.path)/access.keys")
        let run = try log.verify(["--checkpoint", log.checkpoint, "--key", log.key])
        #expect(run.exitCode == 0 && run.errors.isEmpty)
        let device = try #require(run.output.firstMatch(of: /device      ([0-9a-f]{64})\n/)).output.1
        let head = try #require(run.output.firstMatch(of: /head        ([0-9a-f]{64})\n/)).output.1
        #expect(
            run.output == """
                \(log.path): as it was written
                  accesses    5 in 2 segments
                  last        2026-12-01 01:00:00 UTC
                  checkpoints 1 given, 1 of what is kept, the last after number 4; the 1 accesses after it rest on this machine alone
                  codes       every line tried with the first key
                  device      \(device)
                  head        \(head)

                """)
    }

    @Test("without a checkpoint it says what that does not prove")
    func alone() throws {
        let output = try Log().verify().output
        #expect(output.contains("checkpoints none given: whoever rewrote all of it would not be found out"))
        #expect(output.contains("codes       not tried: no --key was given"))
    }

    @Test("a changed line is named with its file and line")
    func changed() throws {
        let log = try Log()
        var lines = try log.lines("2026-11.log")
        lines[2] = lines[2].replacing("uid:1000", with: "uid:1001")
        try log.write(lines, "2026-11.log")
        let run = try log.verify()
        #expect(run.exitCode == 65 && run.output.hasPrefix("\(log.path): damaged, 1 problem\n"))
        #expect(run.errors == "\(log.path)/2026-11.log:3: it was changed, or something before it\n")
    }

    @Test("a line that was taken out, and one that is no line, are named")
    func cut() throws {
        let log = try Log()
        var lines = try log.lines("2026-11.log")
        lines[1] = "{}"
        try log.write(lines, "2026-11.log")
        let run = try log.verify()
        #expect(run.exitCode == 65)
        #expect(run.errors.contains("\(log.path)/2026-11.log:2: it is neither an access nor a checkpoint\n"))
        #expect(run.errors.contains("\(log.path)/2026-11.log:3: it is number 2, not 1: something was cut or put in\n"))
    }

    @Test("an end that was cut shows by the exported checkpoint, named by its file and line")
    func end() throws {
        let log = try Log()
        let lines = try log.lines("2026-12.log")
        try log.write(Array(lines.prefix(1)), "2026-12.log")
        #expect(try log.verify().exitCode == 0)
        let run = try log.verify(["--checkpoint", log.checkpoint])
        #expect(run.exitCode == 65)
        #expect(
            run.errors == "\(log.checkpoint):2: the log ends at 3, before the checkpoint of 4: it was cut\n")
    }

    @Test("a log that another device wrote is not the one of the checkpoint")
    func otherDevice() throws {
        let (log, other) = (try Log(), try TemporaryDirectory())
        let time = Moments(wall: 1_796_079_600_000)
        let access = try AccessLog.open(
            other.path("access"), keep: 2 * 365 * 86_400, random: SeededRandom(seed: 8), clock: { time.reading })
        for _ in 0..<9 { try access.append(Access(user: "uid:1", origin: .control, action: .list)) }
        let run = try Program("lintelctl", ["audit", "verify", other.path("access"), "--checkpoint", log.checkpoint])
            .finish()
        #expect(
            run.exitCode == 65 && run.errors.contains("2026-11.log:1: the checkpoint was not signed by this device"))
    }

    @Test("what is no checkpoint, no key or no log is named with what to do")
    func wrong() throws {
        let log = try Log()
        let noCheckpoint = try log.verify(["--checkpoint", log.key])
        #expect(noCheckpoint.exitCode == 65)
        #expect(
            noCheckpoint.errors == """
                lintelctl: \(log.key):1: this line is no checkpoint
                  Give the lines as `lintelctl audit checkpoint` printed them.

                """)
        let noKey = try log.verify(["--key", log.checkpoint])
        #expect(noKey.exitCode == 65 && noKey.errors.contains("it holds no key of an access log\n  Give the file"))
        let empty = try Program("lintelctl", ["audit", "verify", log.directory.url.path]).finish()
        #expect(empty.exitCode == 66 && empty.errors.contains("there is no access log\n  Name the directory"))
        let absent = try Program("lintelctl", ["audit", "verify", "/nowhere"]).finish()
        #expect(absent.exitCode == 66)
        #expect(
            absent.errors == """
                lintelctl: /nowhere: can't be read: No such file or directory
                  Check the path and who may read it.

                """)
    }

    @Test("checkpoint and key are the daemon's, a line each; the key goes into a file of its user's alone")
    func asked() throws {
        let door = try DeskDoor { request in
            switch request {
            case .checkpoint: .success(.checkpoint("{\"count\":3}"))
            default: .success(.accessKey(String(repeating: "0f", count: 32)))
            }
        }
        #expect(try door.run(["audit", "checkpoint"]).output == "{\"count\":3}\n")
        let path = door.directory.path("key")
        #expect(try door.run(["audit", "key", "--output", path]).output.isEmpty)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == String(repeating: "0f", count: 32) + "\n")
        #expect(door.desk.requests == [.checkpoint, .accessKey])
    }
}
