/// What people are told and asked, in one language.
public struct DeskNotice: Hashable, Sendable {
    /// The controller's own name of this text.
    public var version: String
    public var language: String
    /// Every language that the notice is written in, sorted.
    public var languages: [String]
    /// SHA-256 of the canonical text, 64 hexadecimal digits: what a consent names.
    public var hash: String
    /// The text that is hashed: JSON in one form.
    public var canonical: String
    public var controller: Controller
    /// Whose law holds, such as "KR".
    public var jurisdiction: String
    public var storageLocation: String
    public var policyURL: String
    /// Only those that somebody is asked for.
    public var purposes: [Purpose]
    /// Who else gets any of it: nobody.
    public var recipients: [String]
    /// Seconds that a consent stands.
    public var consentValidity: Int64
    /// Seconds that the proof of a consent outlives it.
    public var proofWindow: Int64
    /// The right to refuse and what follows from it.
    public var refusal: String
    /// How a consent is withdrawn.
    public var withdrawal: String

    public init(
        version: String, language: String, languages: [String], hash: String, canonical: String, controller: Controller,
        jurisdiction: String, storageLocation: String, policyURL: String, purposes: [Purpose],
        recipients: [String] = [], consentValidity: Int64, proofWindow: Int64, refusal: String, withdrawal: String
    ) {
        self.version = version
        self.language = language
        self.languages = languages
        self.hash = hash
        self.canonical = canonical
        self.controller = controller
        self.jurisdiction = jurisdiction
        self.storageLocation = storageLocation
        self.policyURL = policyURL
        self.purposes = purposes
        self.recipients = recipients
        self.consentValidity = consentValidity
        self.proofWindow = proofWindow
        self.refusal = refusal
        self.withdrawal = withdrawal
    }

    /// Who is responsible.
    public struct Controller: Hashable, Sendable {
        public var name, address, contact, email, phone: String

        public init(name: String, address: String, contact: String, email: String, phone: String) {
            self.name = name
            self.address = address
            self.contact = contact
            self.email = email
            self.phone = phone
        }
    }

    /// What one purpose keeps.
    public struct Purpose: Hashable, Sendable {
        /// Such as "entry_log".
        public var name: String
        /// Whether the law treats it as health data; consented apart.
        public var isSensitive: Bool
        /// Such as "time" and "direction".
        public var items: [String]
        /// Seconds.
        public var retention: Int64
        /// What people are told of it.
        public var text: String

        public init(name: String, isSensitive: Bool, items: [String], retention: Int64, text: String) {
            self.name = name
            self.isSensitive = isSensitive
            self.items = items
            self.retention = retention
            self.text = text
        }
    }
}
