/// Why records can't be kept or used. The gate does not depend on any of it.
///
/// No text of an error holds a key, a reference, a payload or a value of a statement.
public struct RecordsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of trouble it is.
    public enum Kind: String, Hashable, Sendable {
        /// The file is a database, but not one of records, or of a later version.
        case foreignDatabase
        /// The file is no sound database.
        case damagedDatabase
        /// A key file is missing, belongs to another database, or is damaged.
        case keyFile
        /// Keys can't be destroyed on this file system.
        case fileSystem
        /// SQLite is not set up as deletion needs it.
        case pragma
        /// The system refused: disk, memory, permission.
        case system
        /// What was asked for does not fit: an unknown language, a purpose that the notice does not have.
        case request
        /// The access log is damaged.
        case accessLog
        /// Recording stands still, and why is in `cause`.
        case stopped
        /// No consent belongs to this receipt.
        case unknownReceipt
    }

    public let kind: Kind
    /// The file, key or table.
    public let what: String
    public let cause: String
    public let remedy: String

    public init(_ kind: Kind, what: String, cause: String, remedy: String) {
        self.kind = kind
        self.what = what
        self.cause = cause
        self.remedy = remedy
    }

    public var description: String { "\(what): \(cause). \(remedy)" }
}
