import Audit

/// What a person takes home: the code, and a consent receipt in JSON.
///
/// The JSON follows Kantara's Consent Receipt Specification 1.1.0; below "iso27560" stands a consent record with every
/// mandatory field of ISO/IEC TS 27560:2023 for each purpose. "proof" is the device's code over the rest of the text.
public struct ConsentReceipt: Hashable, Sendable {
    /// 28 signs in groups of four. Whoever has it is taken for the person.
    public let code: String
    /// UTF-8, in the project's one form of JSON.
    public let json: String
    /// The consents it is about.
    public let ids: [RecordID]
}
