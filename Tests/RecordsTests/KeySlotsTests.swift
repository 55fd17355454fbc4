import Audit
import Foundation
import Records
import RecordsFixture
import Testing

@Suite("Key slots")
struct KeySlotsTests {
    private let directory: TestDirectory

    init() throws { directory = try TestDirectory() }

    private func slots(_ count: Int = 8) throws -> KeySlots {
        try KeySlots.create(directory.file("keys"), slots: count, random: SeededRandom(seed: 5))
    }

    @Test("F7 a destroyed key leaves no byte of itself in the file, and its neighbours stay")
    func destroy() throws {
        let slots = try slots()
        for slot in 1...8 { try slots.make(in: slot) }
        let before = directory.bytes("keys")
        let key = before[(3 * 4096)..<(3 * 4096 + 32)]
        try slots.destroy(3)
        #expect(try !slots.isUsed(3))
        #expect(try slots.isUsed(2) && slots.isUsed(4))
        #expect(directory.holding(key).isEmpty)
        let after = directory.bytes("keys")
        #expect(after.count == before.count)
        let changed = (0..<9).filter {
            before[($0 * 4096)..<(($0 + 1) * 4096)] != after[($0 * 4096)..<(($0 + 1) * 4096)]
        }
        #expect(changed == [3])
    }

    @Test("the file is overwritten in place: same file, same size")
    func inPlace() throws {
        let slots = try slots()
        let number = try FileManager.default.attributesOfItem(atPath: directory.file("keys"))[.systemFileNumber] as? Int
        try slots.make(in: 1)
        try slots.destroy(1)
        try slots.make(in: 1)
        let after = try FileManager.default.attributesOfItem(atPath: directory.file("keys"))
        #expect(after[.systemFileNumber] as? Int == number)
        #expect(after[.size] as? Int == 9 * 4096)
        #expect(after[.posixPermissions] as? Int == 0o600)
    }

    @Test("a new file holds no key, and a torn write is none")
    func torn() throws {
        let slots = try slots()
        for slot in 1...8 { #expect(try !slots.isUsed(slot)) }
        try slots.make(in: 2)
        var bytes = directory.bytes("keys")
        bytes[2 * 4096 + 40] ^= 1
        try directory.write(bytes, to: "keys")
        let again = try KeySlots.open(directory.file("keys"), random: SeededRandom(seed: 6))
        #expect(again.count == 8)
        #expect(try !again.isUsed(2))
    }

    @Test("a key survives opening again, in its own slot only")
    func reopen() throws {
        let made = try slots()
        try made.make(in: 2)
        var bytes = directory.bytes("keys")
        let again = try KeySlots.open(directory.file("keys"), random: SeededRandom(seed: 6))
        #expect(again.store == made.store)
        #expect(try again.isUsed(2))
        bytes.replaceSubrange((5 * 4096)..<(6 * 4096), with: bytes[(2 * 4096)..<(3 * 4096)])
        try directory.write(bytes, to: "keys")
        let moved = try KeySlots.open(directory.file("keys"), random: SeededRandom(seed: 6))
        #expect(try !moved.isUsed(5))
    }

    @Test("what is no slot file is refused and left alone")
    func foreign() throws {
        let text = Data(repeating: 65, count: 20_000)
        try directory.write(text, to: "keys")
        let error = #expect(throws: RecordsError.self) {
            _ = try KeySlots.open(directory.file("keys"), random: SeededRandom(seed: 1)).count
        }
        #expect(error?.kind == .keyFile)
        #expect(throws: RecordsError.self) { _ = try slots().count }
        #expect(directory.bytes("keys") == text)
    }

    @Test(
        "F8 the policy refuses file systems that don't overwrite in place, and says why",
        arguments: [
            (0x9123_683E, nil, "btrfs"), (0xF2F5_2010, nil, "f2fs"), (0x794C_7630, nil, "overlay"),
            (0x2FC1_2FC1, nil, "zfs"), (0x0102_1994, nil, "tmpfs"), (0xEF53, nil, "can't be read"),
            (0xEF53, "rw\ndelalloc\ndata=journal\n", "data=journal"), (0xEF53, "rw\ndelalloc\n", "does not say"),
        ] as [(Int64, String?, String)])
    func refused(type: Int64, options: String?, word: String) {
        guard case .refused(let reason) = KeySlotPolicy.judge(FileSystemFacts(type: type, options: options)) else {
            Issue.record("allowed")
            return
        }
        #expect(reason.contains(word))
    }

    @Test("F8 the policy allows ext4 with data=ordered and data=writeback", arguments: ["ordered", "writeback"])
    func allowed(mode: String) {
        let facts = FileSystemFacts(type: FileSystemFacts.ext4, device: "vda", options: "rw\ndata=\(mode)\ncommit=5\n")
        #expect(KeySlotPolicy.judge(facts) == .allowed)
    }

    @Test("F8 the real probe tells this machine's file systems apart")
    func probe() throws {
        let proc = try SystemFileSystemProbe.facts(of: "/proc")
        #expect(proc.type == 0x9FA0 && proc.options == nil)
        #expect(KeySlotPolicy.judge(proc) != .allowed)
        #expect(throws: RecordsError.self) { try SystemFileSystemProbe.facts(of: "/nowhere") }
    }
}
