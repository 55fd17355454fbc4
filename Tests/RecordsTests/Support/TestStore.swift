import Audit
import Foundation
import GRDB
import Records
import RecordsFixture
import Settings

/// A store on a test machine: its directory, clocks and chance are the test's.
final class TestStore {
    let directory: TestDirectory
    let machine: TestMachine
    var settings: Settings
    var facts = FileSystemFacts(type: FileSystemFacts.ext4, device: "vda", options: "rw\ndata=ordered\n")
    var hook: PurgeHook = { (_) throws(RecordsError) in }
    var slots = 64
    var schema: [String]?
    var smallDatabase: Int64?
    private let random: SeededRandom
    private(set) var opened: RecordStore?

    init(seed: UInt64 = 1, machine: TestMachine = TestMachine(), inMemory: Bool = false) throws {
        directory = try TestDirectory(inMemory: inMemory)
        self.machine = machine
        settings = .consentedDoor
        random = SeededRandom(seed: seed)
    }

    var setup: RecordStoreSetup {
        let (machine, facts) = (machine, facts)
        var setup = RecordStoreSetup(
            directory: directory.path, settings: settings, clock: { machine.reading }, random: random,
            probe: { (_) throws(RecordsError) in facts })
        setup.slots = slots
        setup.hook = hook
        setup.schema = schema ?? setup.schema
        setup.smallDatabase = smallDatabase ?? setup.smallDatabase
        return setup
    }

    /// Opens it again, as after a restart of the daemon.
    @discardableResult
    func open() throws -> RecordStore {
        opened = nil
        let store = try RecordStore.open(setup)
        opened = store
        guard let store else { throw Missing() }
        return store
    }

    func close() { opened = nil }

    /// The store that is open. Kept nowhere else, it is closed when it is opened again.
    var current: RecordStore {
        get throws {
            guard let opened else { throw Missing() }
            return opened
        }
    }

    struct Missing: Error {}

    /// What another program reads in the database.
    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        return try DatabaseQueue(path: directory.file("records.db"), configuration: configuration).read(body)
    }

    /// What another program writes in the database.
    func write(_ sql: String) throws {
        try DatabaseQueue(path: directory.file("records.db")).write { try $0.execute(sql: sql) }
    }

    /// Every value of 16 bytes or more in tables of entries and consents, and every key in the key file.
    func markers() throws -> [Data] {
        let blobs = try read { database in
            let tables = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'entry\\_%' ESCAPE '\\'")
            var blobs = try Data.fetchAll(
                database, sql: "SELECT record_id FROM consent UNION SELECT lookup FROM consent")
            blobs += try Data.fetchAll(database, sql: "SELECT subject_sealed FROM consent")
            for table in tables {
                for column in ["entry_id", "tag", "sealed"] {
                    blobs += try Data.fetchAll(database, sql: "SELECT \(column) FROM \(table)")
                }
            }
            return blobs
        }
        return try blobs + keys(in: "SELECT key_slot FROM consent UNION SELECT key_slot FROM epoch")
    }

    /// The bytes of keys in the key file.
    func keys(in sql: String) throws -> [Data] {
        let file = directory.bytes("records.keys")
        return try read { try Int.fetchAll($0, sql: sql) }.map { slot in file[(slot * 4096)..<(slot * 4096 + 32)] }
    }

    /// Of these, the ones that any file still holds.
    func left(of markers: [Data]) -> [Data] {
        let search = MarkerSearch(markers)
        let found = directory.files.reduce(into: Set<Data>()) { $0.formUnion(search.found(in: directory.bytes($1))) }
        return markers.filter(found.contains)
    }
}

extension EntryRecord {
    static func admitted(_ direction: Direction = .inwards) throws -> EntryRecord {
        try EntryRecord(gate: "main", direction: direction, outcome: .admitted)
    }

    static func referred() throws -> EntryRecord {
        try EntryRecord(gate: "main", direction: .inwards, outcome: .referred)
    }
}

extension ConsentReceipt {
    /// The reference that its code stands for.
    func reference() throws -> SubjectReference { try SubjectReference(code: code) }

    /// The 16 bytes of the reference.
    var referenceBytes: [UInt8] {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let digits = code.filter { $0 != "-" }.prefix(26).map { UInt128(alphabet.firstIndex(of: $0) ?? 0) }
        let value = digits.reduce(UInt128(0)) { $0 << 5 | $1 }
        return (0..<16).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}

extension RecordsError {
    /// What a broken disk would say.
    static let broken = RecordsError(.system, what: "disk", cause: "input/output error", remedy: "Replace it.")
}
