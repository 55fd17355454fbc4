import Audit
import Foundation
import Records
import RecordsFixture
import Testing

@Suite("Keys in memory")
struct MemoryTests {
    @Test("F9 after their destruction no key is in the memory of the process that used them")
    func keysInMemory() throws {
        let test = try TestStore(seed: 123)
        let receipt = try test.open().grant([.entryLog, .feverOutcome], language: "en", method: .kiosk)
        _ = try test.current.append(.referred(), under: receipt.reference())
        let keys = try test.keys(in: "SELECT key_slot FROM epoch UNION SELECT key_slot FROM consent")
        #expect(keys.count == 4)
        test.close()

        let holder = Process()
        holder.executableURL = PurgeVictim.program
        holder.arguments = PurgeVictim.arguments(test, "hold", code: receipt.code)
        holder.environment = PurgeVictim.unitEnvironment
        let (input, output) = (Pipe(), Pipe())
        holder.standardInput = input
        holder.standardOutput = output
        try holder.run()
        defer {
            try? input.fileHandleForWriting.close()
            holder.waitUntilExit()
        }
        try #require(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "held\n")
        let memory = try memory(of: holder.processIdentifier)
        // That the search finds what is there: the process knows its directory.
        #expect(memory.contains { $0.range(of: Data(test.directory.path.utf8)) != nil })
        for (index, key) in keys.enumerated() {
            #expect(!memory.contains { $0.range(of: key) != nil }, "key \(index)")
            // HMAC pads its key with these.
            for pad in [0x36, 0x5C] as [UInt8] {
                let padded = Data(key.map { $0 ^ pad })
                #expect(!memory.contains { $0.range(of: padded) != nil }, "key \(index), padded")
            }
        }
    }

    /// Every writable region of a process.
    private func memory(of process: Int32) throws -> [Data] {
        let maps = try String(contentsOfFile: "/proc/\(process)/maps", encoding: .utf8)
        let file = try #require(FileHandle(forReadingAtPath: "/proc/\(process)/mem"))
        defer { try? file.close() }
        return maps.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: " ", maxSplits: 2)
            let range = fields[0].split(separator: "-").compactMap { UInt64($0, radix: 16) }
            guard range.count == 2, fields[1].hasPrefix("rw"), !line.hasSuffix("[vvar]") else { return nil }
            guard (try? file.seek(toOffset: range[0])) != nil else { return nil }
            return try? file.read(upToCount: Int(range[1] - range[0]))
        }
    }
}
