import Audit

/// The steps of a purge, in order. A crash after any of them loses nothing: the next purge goes on.
public enum PurgeStep: String, CaseIterable, Hashable, Sendable {
    /// What is over is condemned: nobody reads it any more.
    case hidden
    /// The point of destruction: keys of epochs are overwritten.
    case epochKeyDestroyed
    /// The tables of their entries are gone.
    case tableDropped
    /// The entries of withdrawn consents are gone.
    case entriesErased
    /// The point of destruction: keys of consents are overwritten.
    case consentKeyDestroyed
    /// The rows of consents are gone.
    case consentDeleted
    /// The write-ahead log is moved into the database and emptied.
    case checkpointed
    /// The ledger has it.
    case ledgerWritten
    /// The database is written anew.
    case vacuumed
}

/// Called after each step; what it throws ends the purge there. For tests.
public typealias PurgeHook = @Sendable (PurgeStep) throws(RecordsError) -> Void

/// What a purge did.
public struct PurgeReport: Hashable, Sendable {
    /// Epochs whose keys were destroyed.
    public var epochs = 0
    /// Their numbers, in the order of destruction.
    public var epochNumbers: [Int64] = []
    /// Entries that went with epochs or withdrawals.
    public var entries = 0
    /// Consents that were deleted.
    public var consents = 0
    /// Whether every destroyed key was found gone.
    public var isVerified = true

    public init() {}

    /// Adds what another purge did.
    mutating func add(_ other: PurgeReport) {
        epochs += other.epochs
        epochNumbers += other.epochNumbers
        entries += other.entries
        consents += other.consents
        isVerified = isVerified && other.isVerified
    }

    /// Whether it changed anything.
    public var didWork: Bool { epochs + entries + consents > 0 }
}
