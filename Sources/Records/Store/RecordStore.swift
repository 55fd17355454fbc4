import Audit
import Synchronization

/// What is kept of people who agreed: sealed, found by receipt only, destroyed on time.
///
/// Every call reads the clock and destroys what is over before it does anything else. Calls wait for the disk: make them
/// on the records queue, and `tick` once a minute, when the clock was synchronised and when the configuration changed.
public final class RecordStore: Sendable {
    private let core: Mutex<RecordCore>

    private init(_ core: consuming RecordCore) { self.core = Mutex(core) }

    /// Opens the store, or makes it; ends what a crash left and purges before it returns.
    ///
    /// - Returns: nothing where `records.mode` is off and nothing was ever stored: no file is made. Where something was,
    ///   the store records nothing more and what is there lives to its end.
    /// - Throws: why nothing can be recorded: a file system on which keys can't be destroyed, a damaged or foreign
    ///   database, a key file that is missing. The files are left as they are, and the gate goes on.
    public static func open(_ setup: RecordStoreSetup) throws(RecordsError) -> RecordStore? {
        guard let core = try RecordCore.open(setup) else { return nil }
        return RecordStore(core)
    }

    /// Purges and writes the clock down. A purge that fails shows in `status`.
    ///
    /// - Returns: what was destroyed.
    @discardableResult
    public func tick() throws(RecordsError) -> PurgeReport {
        try core.withLock { (core) throws(RecordsError) in try core.tick() }
    }

    // MARK: Consent

    /// Writes down that somebody agreed, each purpose for itself.
    ///
    /// - Parameter language: of the notice that was shown.
    /// - Returns: the receipt; it alone holds the code by which the person can come back.
    /// - Throws: `stopped`, or `request` for a language or purpose that the notice does not have.
    public func grant(
        _ purposes: Set<Purpose>, language: String, method: CollectionMethod
    ) throws(RecordsError) -> ConsentReceipt {
        try core.withLock { (core) throws(RecordsError) in
            let reference = try core.grant(purposes, language: language, method: method)
            return try core.receipt(of: reference)
        }
    }

    /// Lets the consents of a receipt stand anew from now.
    public func renew(_ reference: borrowing SubjectReference, method: CollectionMethod) throws(RecordsError) {
        try core.withLock { (core) throws(RecordsError) in try core.renew(reference, method: method) }
    }

    /// Withdraws the consents of a receipt; what was recorded under them is destroyed before this returns.
    ///
    /// - Parameter purposes: all of them where nothing is said.
    /// - Throws: `unknownReceipt`; or why the purge failed, in which case it goes on with the next `tick`.
    @discardableResult
    public func withdraw(
        _ reference: borrowing SubjectReference, purposes: Set<Purpose>? = nil
    ) throws(RecordsError) -> PurgeReport {
        try core.withLock { (core) throws(RecordsError) in try core.withdraw(reference, purposes) }
    }

    /// Withdraws one consent by its id, for an officer who answers a request.
    @discardableResult
    public func erase(_ id: RecordID) throws(RecordsError) -> PurgeReport {
        try core.withLock { (core) throws(RecordsError) in try core.erase(id) }
    }

    /// Counts one refusal of this day; nothing else of it is kept.
    public func refuse() throws(RecordsError) {
        try core.withLock { (core) throws(RecordsError) in try core.refuse() }
    }

    /// The consents of a receipt; none where it is unknown.
    public func consents(of reference: borrowing SubjectReference) throws(RecordsError) -> [ConsentStatus] {
        try core.withLock { (core) throws(RecordsError) in try core.statuses(of: reference) }
    }

    /// Every consent by its id; nothing of it says whose it is.
    public func consents() throws(RecordsError) -> [ConsentStatus] {
        try core.withLock { (core) throws(RecordsError) in try core.statuses() }
    }

    /// The receipt once more, for who shows its code.
    public func receipt(of reference: borrowing SubjectReference) throws(RecordsError) -> ConsentReceipt {
        try core.withLock { (core) throws(RecordsError) in try core.receipt(of: reference) }
    }

    /// Whether a receipt's proof is this device's: whether it wrote this very text.
    ///
    /// It says nothing about the consents, which may be over or withdrawn since.
    /// - Parameter json: the receipt as it was handed out.
    public func isAuthentic(receipt json: String) throws(RecordsError) -> Bool {
        try core.withLock { (core) throws(RecordsError) in try core.isAuthentic(receipt: json) }
    }

    // MARK: Entries

    /// Records an entry for every purpose that the consents of this receipt cover, and nothing of it otherwise.
    ///
    /// - Throws: `stopped`; or why the disk refused, in which case nothing was recorded.
    public func append(
        _ entry: EntryRecord, under reference: borrowing SubjectReference
    ) throws(RecordsError) -> [Purpose: AppendOutcome] {
        try core.withLock { (core) throws(RecordsError) in try core.append(entry, reference) }
    }

    /// Everything that is kept of the person who shows this receipt, oldest first.
    public func entries(of reference: borrowing SubjectReference) throws(RecordsError) -> [StoredEntry] {
        try core.withLock { (core) throws(RecordsError) in try core.entries(of: reference) }
    }

    // MARK: Status

    /// Whether recording goes on, and how the purges go; asks the disk for nothing.
    public var health: RecordsHealth { core.withLock { $0.health } }

    /// What all purges destroyed since this was called last; the first time, since the store was opened.
    public func takePurgeReport() -> PurgeReport { core.withLock { $0.takePurgeReport() } }

    public func status() throws(RecordsError) -> RecordsStatus {
        try core.withLock { (core) throws(RecordsError) in try core.status() }
    }
}
