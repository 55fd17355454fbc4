import Audit
import Settings

/// What a store of records is made of: where it lies, what it may keep, and by what it reads time, chance and disks.
public struct RecordStoreSetup: Sendable {
    /// The state directory; the database and its key file lie in it.
    public var directory: String
    public var mode: RecordsSettings.Mode
    public var notice: NoticeSettings
    /// How long the ledger of purges is kept, seconds.
    public var ledgerKept: Int64
    public var clock: @Sendable () -> ClockReading
    public var random: any RandomSource
    public var probe: FileSystemProbe
    /// Slots of a new key file.
    public var slots = 1024
    /// Called after each step of a purge.
    public var hook: PurgeHook = { (_) throws(RecordsError) in }

    /// The SQL that leads from each version of the tables to the next; tests add versions.
    package var schema = RecordSchema.steps
    /// Databases up to this size are written anew after each deletion of rows, larger ones at most once a day; bytes.
    package var smallDatabase: Int64 = 64 << 20

    public init(
        directory: String, settings: Settings, clock: @escaping @Sendable () -> ClockReading,
        random: any RandomSource = SystemRandom(), probe: @escaping FileSystemProbe = SystemFileSystemProbe.facts
    ) {
        self.directory = directory
        mode = settings.records.mode
        notice = settings.notice
        ledgerKept = settings.audit.keep
        self.clock = clock
        self.random = random
        self.probe = probe
    }

    var databasePath: String { "\(directory)/records.db" }
    var keyPath: String { "\(directory)/records.keys" }
}
