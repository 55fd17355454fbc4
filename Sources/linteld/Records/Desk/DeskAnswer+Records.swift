import Audit
import Control
import Records

// The values of the store as those of the control socket.

extension DeskConsent {
    init(_ status: ConsentStatus) {
        self.init(
            id: status.id.description, purpose: status.purpose.rawValue, isSensitive: status.purpose.isSensitive,
            items: status.items.words, state: State(status.state), notice: status.notice.hexadecimal,
            given: status.given, expires: status.deadline.utc, retention: status.retention,
            isAuthentic: status.isAuthentic)
    }
}

extension DeskConsent.State {
    init(_ state: ConsentState) {
        self =
            switch state {
            case .requested: .requested
            case .given: .given
            case .renewed: .renewed
            case .withdrawn: .withdrawn
            case .expired: .expired
            case .invalidated: .invalidated
            }
    }
}

extension DeskEntry {
    init(_ entry: StoredEntry) {
        self.init(
            id: entry.id.description, consent: entry.consent.description, purpose: entry.purpose.rawValue,
            time: entry.time, gate: entry.gate, direction: entry.direction.map { Direction($0) },
            outcome: entry.outcome.map { Outcome($0) }, expires: entry.deadline.utc)
    }
}

extension DeskEntry.Direction {
    init(_ direction: EntryRecord.Direction) {
        self =
            switch direction {
            case .inwards: .inwards
            case .outwards: .outwards
            case .unknown: .unknown
            }
    }
}

extension DeskEntry.Outcome {
    init(_ outcome: EntryRecord.Outcome) {
        self =
            switch outcome {
            case .admitted: .admitted
            case .referred: .referred
            }
    }
}

extension DeskReceipt {
    init(_ receipt: ConsentReceipt) {
        self.init(code: receipt.code, json: receipt.json, consents: receipt.ids.map(\.description))
    }
}

extension DeskDestroyed {
    init(_ report: PurgeReport, consents: Int) {
        self.init(consents: consents, entries: report.entries, isVerified: report.isVerified)
    }
}

extension CollectionMethod {
    init(_ method: DeskMethod) {
        self =
            switch method {
            case .kiosk: .kiosk
            case .desk: .desk
            }
    }
}

extension Access.Reason {
    init(_ reason: DeskReason) {
        self =
            switch reason {
            case .personsRequest: .personsRequest
            case .review: .review
            case .complaint: .complaint
            case .authority: .authority
            case .maintenance: .maintenance
            }
    }
}

extension DeskNotice {
    init(_ notice: Audit.Notice, languages: [String]) {
        let controller = notice.controller
        self.init(
            version: notice.version, language: notice.language, languages: languages,
            hash: notice.hash.hexadecimal, canonical: notice.canonical,
            controller: Controller(
                name: controller.name, address: controller.address, contact: controller.contact,
                email: controller.email, phone: controller.phone),
            jurisdiction: notice.jurisdiction, storageLocation: notice.storageLocation,
            policyURL: notice.policyURL,
            purposes: notice.purposes.map { declared in
                Purpose(
                    name: declared.purpose.rawValue, isSensitive: declared.purpose.isSensitive,
                    items: declared.items.words, retention: declared.retention, text: declared.text)
            },
            consentValidity: notice.consentValidity, proofWindow: notice.proofWindow, refusal: notice.refusal,
            withdrawal: notice.withdrawal)
    }
}

extension Sequence<UInt8> {
    /// Two lower-case digits a byte.
    var hexadecimal: String {
        reduce(into: "") { text, byte in
            if byte < 16 { text += "0" }
            text += String(byte, radix: 16)
        }
    }
}
