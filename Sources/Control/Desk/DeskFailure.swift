/// Why the records did not do what was asked. Each kind is an error of io.lintel.Records.
public struct DeskFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public let kind: Kind
    /// In words; names no code, no key and nothing of a person.
    public let cause: String
    /// A full sentence.
    public let remedy: String

    public init(_ kind: Kind, cause: String, remedy: String) {
        self.kind = kind
        self.cause = cause
        self.remedy = remedy
    }

    /// The raw value is the error's name.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The configuration wants nothing kept, and nothing is.
        case off = "Off"
        /// Nothing new is recorded; what is there can still be seen and destroyed.
        case stopped = "Stopped"
        /// What was said is no receipt code: a sign is missing or wrong.
        case notAReceipt = "NotAReceipt"
        /// Nothing is known under this receipt code: all of it may be destroyed by now.
        case unknownReceipt = "UnknownReceipt"
        /// There is no consent of this id.
        case unknownConsent = "UnknownConsent"
        /// The notice is not written in this language.
        case unknownLanguage = "UnknownLanguage"
        /// The notice asks nobody for this purpose, or none was named.
        case unknownPurpose = "UnknownPurpose"
        /// The key of the access log was given out already, or by an earlier start.
        case keyGone = "KeyGone"
        /// The records can't be used: no place for them, the disk refuses, a file is damaged.
        case unavailable = "Unavailable"
        /// As many requests wait as may; said by the control socket itself.
        case busy = "Busy"
    }

    public var description: String { "\(cause). \(remedy)" }
}
