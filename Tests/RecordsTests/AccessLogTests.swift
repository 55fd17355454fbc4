import Audit
import Crypto
import Foundation
import Records
import RecordsFixture
import Testing

@Suite("The access log")
struct AccessLogTests {
    private let directory: TestDirectory
    private let machine = TestMachine()

    init() throws { directory = try TestDirectory() }

    private func open() throws -> AccessLog {
        let machine = machine
        return try AccessLog.open(
            directory.path, keep: 2 * 365 * 86_400, random: SeededRandom(seed: 31), clock: { machine.reading })
    }

    private func show(_ user: String = "uid:1000") throws -> Access {
        try Access(user: user, origin: .control, action: .show, record: nil, reason: .personsRequest)
    }

    private var segments: [String] { directory.files.filter { $0.hasSuffix(".log") } }

    private func text(_ name: String) -> String { String(decoding: directory.bytes(name), as: UTF8.self) }

    private func lines(_ name: String) -> [String] {
        text(name).split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    }

    private func put(_ lines: [String], in name: String) throws {
        try directory.write(Data((lines.joined(separator: "\n") + "\n").utf8), to: name)
    }

    @Test("an untouched log of several months is sound, after restarts too, and names no person")
    func sound() throws {
        let consent = RecordID("0f0e0d0c-0b0a-4908-8706-050403020100")
        for month in 0..<4 {
            let log = try open()
            for _ in 0..<5 {
                try log.append(Access(user: "uid:1000", origin: .control, action: .erase, record: consent))
                machine.pass(TestMachine.hour)
            }
            machine.pass(31 * TestMachine.day)
            if month == 1 { _ = try log.checkpoint() }
        }
        #expect(segments == ["2026-11.log", "2026-12.log", "2027-01.log", "2027-02.log"])
        let report = try open().verify()
        #expect(report.isSound && report.accesses == 20 && report.segments == 4, "\(report)")
        #expect(lines("2026-12.log").first == lines("2026-11.log").last)
        let fields = try #require(
            try JSONSerialization.jsonObject(with: Data(lines("2026-11.log")[1].utf8)) as? [String: Any])
        #expect(Set(fields.keys) == ["seq", "t", "user", "origin", "action", "record", "head", "code"])
    }

    @Test("every edit, cut, insertion, exchange or repetition of a line before an exported checkpoint is found")
    func edits() throws {
        let log = try open()
        for number in 0..<12 {
            try log.append(show("uid:\(1000 + number)"))
            machine.pass(1000)
        }
        let exported = try log.checkpoint()
        let name = try #require(segments.first)
        let good = lines(name)
        #expect(try log.verify(exported: [exported]).isSound)
        #expect(try log.verify(exported: [exported]).checkpoints == 1)
        var found = 0
        var tried = 0
        func check(_ changed: [String]) throws {
            guard changed != good else { return }
            try put(changed, in: name)
            tried += 1
            if try !log.verify(exported: [exported]).isSound { found += 1 }
        }
        for index in good.indices {
            // The last line is the checkpoint itself: its copy is elsewhere, so without it nothing is lost.
            if index < good.count - 1 { try check(Array(good[..<index] + good[(index + 1)...])) }
            if index < good.count - 1 { try check(Array(good[..<index])) }
            if !good[index].contains("checkpoint") { try check(Array(good[...index] + good[index...])) }
            if index > 0, index < good.count - 1 {
                var swapped = good
                swapped.swapAt(index, index - 1)
                try check(swapped)
            }
            var random = SeededGenerator(seed: UInt64(index))
            for _ in 0..<30 {
                var bytes = Array(good[index].utf8)
                let at = Int.random(in: 0..<bytes.count, using: &random)
                bytes[at] = UInt8.random(in: 0x20...0x7E, using: &random)
                var changed = good
                changed[index] = String(decoding: bytes, as: UTF8.self)
                try check(changed)
            }
        }
        #expect(tried > 400 && found == tried)
    }

    @Test("a log that was begun anew, or restored from an old copy, does not reach the exported checkpoint")
    func restored() throws {
        let log = try open()
        try log.append(show())
        let name = try #require(segments.first)
        let early = directory.bytes(name)
        try log.append(show())
        let exported = try log.checkpoint()
        try directory.write(early, to: name)
        let report = try log.verify(exported: [exported])
        #expect(report.problems.contains { $0.cause.contains("it was cut") })
        let machine = machine
        let other = try AccessLog.open(
            directory.file("other"), keep: 1, random: SeededRandom(seed: 77), clock: { machine.reading })
        for _ in 0..<3 { try other.append(show()) }
        #expect(try !other.verify(exported: [exported]).isSound)
    }

    @Test("with the first key, a tail that somebody wrote with a key found later is told from the device's")
    func firstKey() throws {
        let log = try open()
        let key = try #require(log.takeFirstKey())
        #expect(log.takeFirstKey() == nil)
        for _ in 0..<5 { try log.append(show()) }
        #expect(try log.verify(key: key).isSound)
        #expect(try open().takeFirstKey() == nil)
        #expect(try open().verify(key: key).isSound)
        #expect(try !log.verify(key: SymmetricKey(size: .bits256)).isSound)
        // The key that coded the lines is not in the key file any more.
        let bytes = key.copiedBytes()
        #expect(directory.holding(bytes).isEmpty)
    }

    @Test("a line torn by a crash is cut off, said in the log, and the log stays sound")
    func torn() throws {
        let key = try #require(open().takeFirstKey())
        try open().append(show())
        let name = try #require(segments.first)
        try directory.write(directory.bytes(name) + Data("{\"action\":\"show\",".utf8), to: name)
        let log = try open()
        try log.append(show())
        #expect(try log.verify(key: key).isSound)
        #expect(lines(name).count == 4 && lines(name)[2].contains("\"repair\""))
    }

    @Test("a crash between a line and the end of its key is caught up at the next start")
    func crashBeforeRatchet() throws {
        let log = try open()
        let key = try #require(log.takeFirstKey())
        try log.append(show())
        let before = directory.bytes("access.keys")
        try log.append(show())
        try directory.write(before, to: "access.keys")
        let next = try open()
        try next.append(show())
        #expect(try next.verify(key: key).isSound)
    }

    @Test("segments older than they are kept are deleted whole, the rest stays sound, and no unconfirmed clock does it")
    func keeping() throws {
        let log = try open()
        var exported: [AccessCheckpoint] = []
        for _ in 0..<6 {
            try log.append(show())
            exported.append(try log.checkpoint())
            machine.pass(31 * TestMachine.day)
        }
        machine.pass(600 * TestMachine.day)
        machine.synchronize(false)
        #expect(try log.purge() == 0)
        machine.synchronize()
        let deleted = try log.purge()
        #expect(deleted >= 1 && deleted < 6)
        let report = try log.verify(exported: exported)
        #expect(report.isSound && report.first == Int64(deleted) + 1, "\(report)")
        machine.pass(5000 * TestMachine.day)
        try log.purge()
        #expect(segments.count == 1)
        #expect(try log.verify(exported: exported).isSound)
        try log.append(show())
        #expect(try log.verify(exported: exported).isSound)
    }

    @Test("a missing segment, key file or sense is refused and left as it is")
    func damaged() throws {
        try open().append(show())
        let name = try #require(segments.first)
        let (segment, keys) = (directory.bytes(name), directory.bytes("access.keys"))
        try FileManager.default.removeItem(atPath: directory.file(name))
        #expect(#expect(throws: RecordsError.self) { try open() }?.kind == .accessLog)
        try directory.write(segment + Data("nonsense\n".utf8), to: name)
        #expect(#expect(throws: RecordsError.self) { try open() }?.kind == .accessLog)
        try directory.write(segment, to: name)
        try FileManager.default.removeItem(atPath: directory.file("access.keys"))
        #expect(#expect(throws: RecordsError.self) { try open() }?.kind == .accessLog)
        #expect(directory.bytes(name) == segment)
        try directory.write(keys, to: "access.keys")
        #expect(try open().verify().isSound)
    }

    @Test("a user that could hold a name or text is refused")
    func users() {
        for user in ["", "Kim Minsu", "김민수", "uid:1000\n", String(repeating: "a", count: 33)] {
            #expect(throws: RecordsError.self) { try Access(user: user, origin: .control, action: .list) }
        }
    }
}
