import Crypto
import Foundation
import Settings

/// What people are told and asked, in one language. Consents name its hash, so it never changes: another text is
/// another notice.
public struct Notice: Hashable, Sendable {
    public let version: String
    public let language: String
    public let controller: Controller
    public let jurisdiction: String
    public let storageLocation: String
    public let policyURL: String
    /// In the order of `Purpose.allCases`; only those that somebody is asked for.
    public let purposes: [Declaration]
    /// Seconds that a consent stands.
    public let consentValidity: Int64
    /// Seconds that the proof of a consent outlives it.
    public let proofWindow: Int64
    public let refusal: String
    public let withdrawal: String

    /// Who is responsible.
    public struct Controller: Hashable, Sendable, Codable {
        public let name, address, contact, email, phone: String
    }

    /// What one purpose keeps.
    public struct Declaration: Hashable, Sendable {
        public let purpose: Purpose
        public let items: RecordItems
        /// Seconds.
        public let retention: Int64
        public let text: String
    }

    /// The notice of the configuration in every language it has.
    ///
    /// - Throws: `request` where the configuration's notice is not complete.
    public static func all(_ settings: NoticeSettings) throws(RecordsError) -> [Notice] {
        var notices: [Notice] = []
        for language in settings.languages { notices.append(try Notice(settings, language: language)) }
        return notices
    }

    init(_ settings: NoticeSettings, language: String) throws(RecordsError) {
        func text(_ value: String?, _ key: String) throws(RecordsError) -> String {
            guard let value else {
                throw RecordsError(
                    .request, what: "notice.\(key)", cause: "the notice does not say it",
                    remedy: "Write it in [notice].")
            }
            return value
        }
        version = settings.version
        self.language = language
        controller = Controller(
            name: try text(settings.controller, "controller"), address: try text(settings.address, "address"),
            contact: try text(settings.contact, "contact"), email: try text(settings.email, "email"),
            phone: try text(settings.phone, "phone"))
        jurisdiction = try text(settings.jurisdiction, "jurisdiction")
        storageLocation = try text(settings.storageLocation, "storage_location")
        policyURL = try text(settings.policyURL, "policy_url")
        var purposes: [Declaration] = []
        for (purpose, declared) in [(Purpose.entryLog, settings.entryLog), (.feverOutcome, settings.feverOutcome)]
        where !declared.items.isEmpty {
            purposes.append(
                Declaration(
                    purpose: purpose, items: RecordItems(declared.items), retention: declared.retention,
                    text: try text(declared.text[language], "\(purpose.rawValue)_text.\(language)")))
        }
        self.purposes = purposes
        consentValidity = settings.consentValidity
        proofWindow = settings.proofWindow
        refusal = try text(settings.refusal[language], "refusal.\(language)")
        withdrawal = try text(settings.withdrawal[language], "withdrawal.\(language)")
    }

    public func declaration(of purpose: Purpose) -> Declaration? { purposes.first { $0.purpose == purpose } }

    /// The one text that is hashed: JSON with sorted keys and no space, UTF-8.
    public var canonical: String {
        CanonicalJSON.text([
            "version": .text(version), "language": .text(language), "jurisdiction": .text(jurisdiction),
            "controller": .object([
                "name": .text(controller.name), "address": .text(controller.address),
                "contact": .text(controller.contact), "email": .text(controller.email),
                "phone": .text(controller.phone),
            ]),
            "storage_location": .text(storageLocation), "policy_url": .text(policyURL), "recipients": .array([]),
            "purposes": .array(
                purposes.map { declared in
                    .object([
                        "purpose": .text(declared.purpose.rawValue), "sensitive": .flag(declared.purpose.isSensitive),
                        "items": .array(declared.items.words.map(CanonicalJSON.text)),
                        "retention_s": .number(declared.retention), "text": .text(declared.text),
                    ])
                }),
            "consent_validity_s": .number(consentValidity), "proof_window_s": .number(proofWindow),
            "refusal": .text(refusal), "withdrawal": .text(withdrawal),
        ])
    }

    /// SHA-256 of the canonical text: what a consent names.
    public var hash: [UInt8] { Array(SHA256.hash(data: Array(canonical.utf8))) }
}
