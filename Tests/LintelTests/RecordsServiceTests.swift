import Foundation
import Testing

@Suite("The daemon, with records")
struct RecordsServiceTests {
    /// The demo with a whole notice.
    private static let consented =
        ["--config", "config/demo.toml", "--set", "records.mode=consented"]
        + [
            "controller", "address", "contact", "email", "phone", "jurisdiction", "storage_location", "policy_url",
        ].flatMap { ["--set", "notice.\($0)=\"a text\""] } + ["--set", "notice.entry_log_items=[\"time\"]"]

    @Test("where keys can't be destroyed it is ready, says why once, and screens")
    func refused() throws {
        // Nothing on tmpfs is overwritten in place for good.
        let directory = URL(fileURLWithPath: "/dev/shm/lintel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: directory) }
        let systemd = try SystemNotifyListener(watchdog: .seconds(1))
        let program = try Program(
            "linteld", Self.consented,
            environment: systemd.environment.merging(["STATE_DIRECTORY": directory.path]) { $1 })
        #expect(systemd.wait { $0.hasPrefix("READY=1\nSTATUS=") && $0.contains("; recording stopped: ") })
        #expect(systemd.wait { $0.hasPrefix("STATUS=screening: ") && $0.contains("tmpfs does not overwrite in place") })
        #expect(program.terminate() < .seconds(2))
        let run = program.finish()
        #expect(run.exitCode == 0)
        #expect(run.logLines.count { $0.contains("recording stopped: ") && $0.contains("The door goes on.") } == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["access"])
    }

    @Test("off needs no place and says nothing of records")
    func off() throws {
        let run = try Program("linteld", ["--config", "config/demo.toml", "--seconds", "1"]).finish()
        #expect(run.exitCode == 0)
        #expect(!run.logLines.contains { $0.contains("record") })
    }
}
