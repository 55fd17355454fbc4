import Audit
import Crypto

/// That somebody agreed to one purpose. Who it is, only the receipt tells.
public struct Consent: Hashable, Sendable {
    public static let schemaVersion = "27560:2023"

    public let id: RecordID
    public let purpose: Purpose
    public let items: RecordItems
    /// SHA-256 of the notice that was shown.
    public let notice: [UInt8]
    /// The controller's party id.
    public let controller: String
    public let jurisdiction: String
    public let storageLocation: String
    /// Seconds that records live.
    public let retention: Int64
    public let withdrawalMethod: String
    public let collectionMethod: CollectionMethod
    /// Until when something may be recorded under it.
    public let deadline: Deadline
    /// The slot of its key.
    let slot: Int
    /// The subject reference, sealed under its key.
    let sealedSubject: [UInt8]

    /// Whether this consent covers what a notice declares today: the purpose, no further item, no longer retention,
    /// the same controller. A corrected text or a shorter retention changes nothing.
    public func covers(_ notice: Notice) -> Bool {
        guard let declared = notice.declaration(of: purpose) else { return false }
        return declared.items.isSubset(of: items) && declared.retention <= retention
            && Party.id(of: notice.controller) == controller
    }
}

/// The parties that a consent names: controllers, never the person.
enum Party {
    /// The controller's name decides who it is; a new address or telephone does not.
    static func id(of controller: Notice.Controller) -> String {
        "controller-" + Hex.text(SHA256.hash(data: Array(controller.name.utf8)).prefix(8))
    }
}
