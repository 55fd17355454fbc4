import Audit
import Foundation
import GRDB
import Records
import Testing

/// What a crash of a process with secrets in its hands lets out.
@Suite("Crashes that tell nothing")
struct CrashLeakTests {
    @Test(
        "F10 a trap, an abort or a fault prints no secret and leaves no file, with what the unit sets",
        arguments: [("trap", [SIGILL, SIGTRAP]), ("abort", [SIGABRT]), ("fault", [SIGSEGV])])
    func crash(kind: String, signals: [Int32]) throws {
        let test = try TestStore(seed: 31)
        let receipt = try test.open().grant([.entryLog, .feverOutcome], language: "en", method: .kiosk)
        _ = try test.current.append(.referred(), under: receipt.reference())
        let secrets = try test.markers() + secrets(of: receipt)
        test.close()
        let place = try TestDirectory()
        let (status, said) = try crash(test, kind, receipt.code, in: place)
        #expect(signals.contains(status))
        for secret in secrets { #expect(said.range(of: secret) == nil) }
        // Neither a dump of memory nor anything else beside it.
        #expect(place.files.isEmpty)
        #expect(
            Set(test.directory.files).isSubset(of: ["records.db", "records.db-wal", "records.db-shm", "records.keys"]))
    }

    /// The signal that ended it, and all that it printed.
    private func crash(
        _ test: TestStore, _ kind: String, _ code: String, in place: TestDirectory
    ) throws -> (Int32, Data) {
        let victim = Process()
        victim.executableURL = URL(fileURLWithPath: "/bin/sh")
        // LimitCORE=0 of the unit.
        victim.arguments =
            ["-c", "ulimit -c 0; exec \"$@\"", "sh", PurgeVictim.program.path]
            + PurgeVictim.arguments(test, kind, code: code)
        victim.environment = PurgeVictim.unitEnvironment
        victim.currentDirectoryURL = URL(fileURLWithPath: place.path)
        let output = Pipe()
        victim.standardOutput = output
        victim.standardError = output
        try victim.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        victim.waitUntilExit()
        #expect(victim.terminationReason == .uncaughtSignal)
        return (victim.terminationStatus, said)
    }

    /// The reference as bytes and in its forms as text.
    private func secrets(of receipt: ConsentReceipt) -> [Data] {
        [
            Data(receipt.referenceBytes), Data(receipt.code.utf8), Data(receipt.code.filter { $0 != "-" }.utf8),
            Data(receipt.referenceBytes.map { String(format: "%02x", $0) }.joined().utf8),
        ]
    }
}
