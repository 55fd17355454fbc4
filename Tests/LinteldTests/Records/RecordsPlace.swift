import Audit
import Foundation
import Records
import RecordsFixture
import Settings
import Synchronization
import linteld

/// A state directory on a machine whose clocks and disk the test moves.
final class RecordsPlace: Sendable {
    /// 2026-11-24 12:00 UTC, milliseconds, when `time` is 0.
    static let start: Int64 = 1_795_521_600_000
    static let day: Int64 = 86_400_000_000_000

    /// CLOCK_MONOTONIC and CLOCK_BOOTTIME, nanoseconds.
    let time = Door.Time()
    let directory: String
    private let facts = Mutex(FileSystemFacts(type: FileSystemFacts.ext4, device: "vda", options: "rw\ndata=ordered\n"))
    private let hooked = Mutex<PurgeHook?>(nil)
    private let random = SeededRandom(seed: 7)

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("lintel-place-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        directory = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    func setup(_ settings: Settings) -> RecordsSetup {
        var setup = RecordsSetup(
            directory: directory, door: "main", settings: settings,
            configuration: ConfigurationFile(path: "/etc/lintel/lintel.toml", hash: "00"))
        let (time, random) = (time, random)
        setup.clock = { () throws(RecordsError) in
            {
                ClockReading(
                    wall: Self.start + time.load() / 1_000_000, boottime: 60_000_000_000 + time.load(), bootID: 1,
                    isSynchronized: true)
            }
        }
        setup.monotonic = { time.load() }
        setup.random = random
        setup.probe = { [self] (_) throws(RecordsError) in facts.withLock { $0 } }
        setup.hook = { [self] (step) throws(RecordsError) in
            if let hook = hooked.withLock({ $0 }) { try hook(step) }
        }
        return setup
    }

    /// The store alone, while no door has it open.
    func openStore() throws -> RecordStore? {
        let setup = setup(.consentedDoor)
        return try RecordStore.open(
            RecordStoreSetup(
                directory: directory, settings: .consentedDoor, clock: try setup.clock(), random: random,
                probe: setup.probe))
    }

    /// Every file system from here on is this one.
    func mount(_ facts: FileSystemFacts) { self.facts.withLock { $0 = facts } }

    /// What happens after each step of a purge from here on.
    func hook(_ hook: PurgeHook?) { hooked.withLock { $0 = hook } }

    /// Time passes while the machine is on.
    func pass(seconds: Int64) { time.store(time.load() + seconds * 1_000_000_000) }

    /// Every file, by its path from the directory.
    var files: [String] { (FileManager.default.subpaths(atPath: directory) ?? []).sorted() }

    func file(_ name: String) -> String { "\(directory)/\(name)" }
}
