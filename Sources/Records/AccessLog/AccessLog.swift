import Audit
import Crypto
import Synchronization

/// Who used the records, kept in every mode: one line an access, chained, in a file a month.
///
/// Each line is bound to all before it by SHA-256, and coded under a key that is destroyed after it. Checkpoints sign how
/// many lines there are and what they come to. `verify` finds any edit or cut before the last checkpoint that was
/// exported; it can't stop root from rewriting what came later.
public final class AccessLog: Sendable {
    private let core: Mutex<AccessLogCore>

    private init(_ core: consuming AccessLogCore) { self.core = Mutex(core) }

    /// Opens the log in a directory, or begins it; cuts off a line that a crash tore.
    ///
    /// - Parameters:
    ///   - directory: of the log alone; made where it is missing.
    ///   - keep: how long segments are kept, seconds.
    /// - Throws: `accessLog` where it is damaged; it is left as it is.
    public static func open(
        _ directory: String, keep: Int64, random: any RandomSource = SystemRandom(),
        clock: @escaping @Sendable () -> ClockReading
    ) throws(RecordsError) -> AccessLog {
        AccessLog(try AccessLogCore.open(directory, keep: keep.saturated(by: 1000), random: random, clock: clock))
    }

    /// Writes an access down before it happens, and waits for the disk.
    public func append(_ access: Access) throws(RecordsError) {
        try core.withLock { (core) throws(RecordsError) in try core.append(access) }
    }

    /// Signs where the log stands. Export its `line`.
    public func checkpoint() throws(RecordsError) -> AccessCheckpoint {
        try core.withLock { (core) throws(RecordsError) in try core.checkpoint() }
    }

    /// Whether the first key can still be taken.
    public var hasFirstKey: Bool { core.withLock { $0.firstKey != nil } }

    /// Where the log stands, without a signature.
    public var position: AccessPosition { core.withLock { $0.position } }

    /// Deletes whole segments that are older than they are kept.
    ///
    /// - Returns: how many.
    @discardableResult
    public func purge() throws(RecordsError) -> Int {
        try core.withLock { (core) throws(RecordsError) in try core.purge() }
    }

    /// Reads all of it and finds what is not as it was written.
    ///
    /// - Parameters:
    ///   - exported: checkpoints that were kept elsewhere.
    ///   - key: the first key, where it was kept elsewhere; every line's code is tried with it.
    public func verify(exported: [AccessCheckpoint] = [], key: SymmetricKey? = nil) throws(RecordsError)
        -> AccessLogReport
    {
        try core.withLock { (core) throws(RecordsError) in try core.verify(exported, key) }
    }

    /// The key of the first line, once, in the process that began the log. Keep it off this machine: with it an auditor
    /// tries every line. Nobody can ask for it again.
    public func takeFirstKey() -> SymmetricKey? { core.withLock { $0.takeFirstKey() } }
}
