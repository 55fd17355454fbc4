import Settings

/// What is kept about people, why, until when, and the proof of its destruction. It holds no person.
public struct PrivacyReport: Hashable, Sendable {
    /// The door's name.
    public var door: String
    /// The daemon's version.
    public var version: String
    /// When the report was true, UTC milliseconds of the trusted clock, else of the wall clock.
    public var generated: Int64
    public var mode: RecordsSettings.Mode
    /// What may be kept, each purpose for itself; empty where nothing is.
    public var purposes: [Purpose]
    /// The notice in each language, by hash.
    public var notices: [Notice]
    /// Who else gets any of it: nobody.
    public var recipients: [String]
    /// What is there; none where no store was ever made.
    public var store: Store?
    /// Why nothing is recorded although the mode wants it; none where recording goes on.
    public var stopped: Trouble?
    /// Where the records lie; none where no store was ever wanted.
    public var fileSystem: FileSystem?
    /// How safe a key's destruction is.
    public var keyTier: KeyTier
    public var clock: Clock
    public var accessLog: AccessLog
    public var network: Network
    public var configuration: Configuration

    public init(
        door: String, version: String, generated: Int64, mode: RecordsSettings.Mode, purposes: [Purpose] = [],
        notices: [Notice] = [], recipients: [String] = [], store: Store? = nil, stopped: Trouble? = nil,
        fileSystem: FileSystem? = nil, keyTier: KeyTier = .file, clock: Clock, accessLog: AccessLog, network: Network,
        configuration: Configuration
    ) {
        self.door = door
        self.version = version
        self.generated = generated
        self.mode = mode
        self.purposes = purposes
        self.notices = notices
        self.recipients = recipients
        self.store = store
        self.stopped = stopped
        self.fileSystem = fileSystem
        self.keyTier = keyTier
        self.clock = clock
        self.accessLog = accessLog
        self.network = network
        self.configuration = configuration
    }
}
