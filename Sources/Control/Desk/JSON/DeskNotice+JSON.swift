extension DeskNotice: WireValue {
    var parameters: JSONObject {
        [
            "version": .string(version), "language": .string(language), "languages": .texts(languages),
            "sha256": .string(hash), "canonical": .string(canonical), "controller": .object(controller.parameters),
            "jurisdiction": .string(jurisdiction), "storage_location": .string(storageLocation),
            "policy_url": .string(policyURL), "purposes": .objects(purposes), "recipients": .texts(recipients),
            "consent_validity_s": .integer(consentValidity), "proof_window_s": .integer(proofWindow),
            "refusal": .string(refusal), "withdrawal": .string(withdrawal),
        ]
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            version: try reply.text("version"), language: try reply.text("language"),
            languages: try reply.texts("languages"), hash: try reply.text("sha256"),
            canonical: try reply.text("canonical"), controller: try reply.value("controller"),
            jurisdiction: try reply.text("jurisdiction"), storageLocation: try reply.text("storage_location"),
            policyURL: try reply.text("policy_url"), purposes: try reply.values("purposes"),
            recipients: try reply.texts("recipients"), consentValidity: try reply.whole("consent_validity_s"),
            proofWindow: try reply.whole("proof_window_s"), refusal: try reply.text("refusal"),
            withdrawal: try reply.text("withdrawal"))
    }
}

extension DeskNotice.Controller: WireValue {
    var parameters: JSONObject {
        [
            "name": .string(name), "address": .string(address), "contact": .string(contact), "email": .string(email),
            "phone": .string(phone),
        ]
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            name: try reply.text("name"), address: try reply.text("address"), contact: try reply.text("contact"),
            email: try reply.text("email"), phone: try reply.text("phone"))
    }
}

extension DeskNotice.Purpose: WireValue {
    var parameters: JSONObject {
        [
            "name": .string(name), "sensitive": .bool(isSensitive), "items": .texts(items),
            "retention_s": .integer(retention), "text": .string(text),
        ]
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            name: try reply.text("name"), isSensitive: try reply.flag("sensitive"), items: try reply.texts("items"),
            retention: try reply.whole("retention_s"), text: try reply.text("text"))
    }
}
