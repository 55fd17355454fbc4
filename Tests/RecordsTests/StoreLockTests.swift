import Audit
import Foundation
import Records
import Testing

@Suite("One store, one process")
struct StoreLockTests {
    @Test("a store that is open can't be opened again, is left as it is, and says whom to end")
    func twice() throws {
        let test = try TestStore()
        let store = try test.open()
        let receipt = try store.grant([.entryLog], language: "en", method: .desk)
        let before = test.directory.copyOfDatabase()
        let error = #expect(throws: RecordsError.self) { _ = try RecordStore.open(test.setup) }
        #expect(error?.cause == "another process has these records open")
        #expect(error?.remedy.contains("fuser -v \(test.directory.file("records.keys"))") == true)
        #expect(test.directory.copyOfDatabase() == before)
        #expect(try store.append(.admitted(), under: receipt.reference())[.entryLog] != nil)
    }

    @Test("a process that was killed lets go of it")
    func killed() throws {
        let test = try TestStore()
        let receipt = try test.open().grant([.entryLog, .feverOutcome], language: "en", method: .desk)
        test.close()
        let victim = Process()
        victim.executableURL = PurgeVictim.program
        victim.arguments = PurgeVictim.arguments(test, "hold", code: receipt.code)
        let (input, output) = (Pipe(), Pipe())
        victim.standardInput = input
        victim.standardOutput = output
        try victim.run()
        try #require(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "held\n")
        #expect(throws: RecordsError.self) { try test.open() }
        kill(victim.processIdentifier, SIGKILL)
        victim.waitUntilExit()
        #expect(try test.open().status().stopped == nil)
    }
}
