import Audit
import Foundation

/// A stored notice read back, for receipts of consents that were given under it.
struct NoticeText: Decodable {
    let version, language, jurisdiction: String
    let controller: Notice.Controller
    let policyURL, refusal, withdrawal: String
    let purposes: [Declaration]

    enum CodingKeys: String, CodingKey {
        case policyURL = "policy_url"
        case version, language, jurisdiction, controller, refusal, withdrawal, purposes
    }

    struct Declaration: Decodable {
        let purpose, text: String
    }

    init?(canonical: String) {
        guard let text = try? JSONDecoder().decode(NoticeText.self, from: Data(canonical.utf8)) else { return nil }
        self = text
    }

    func declaration(of purpose: Purpose) -> Declaration? { purposes.first { $0.purpose == purpose.rawValue } }
}
