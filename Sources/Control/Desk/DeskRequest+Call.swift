extension DeskRequest {
    /// Consents of one reply to `List`: far less than what may wait to be read by a client.
    static let pageLength = 200

    /// Reads a call whose parameters are of the types that its interface says.
    ///
    /// - Throws: `InvalidParameter` for what the types can't say; `MethodNotFound` for a method that asks nothing of the records.
    init(_ method: QualifiedName, _ parameters: JSONObject) throws(VarlinkFailure) {
        let call = CallReader(parameters: parameters)
        switch method.interface {
        case "io.lintel.Consent": self = try .init(consent: method, call)
        case "io.lintel.Records": self = try .init(records: method, call)
        case "io.lintel.Privacy" where method.member == "Report": self = .report
        case "io.lintel.Audit" where method.member == "Checkpoint": self = .checkpoint
        case "io.lintel.Audit" where method.member == "Key": self = .accessKey
        default: throw .methodNotFound(method.description)
        }
    }

    private init(consent method: QualifiedName, _ call: CallReader) throws(VarlinkFailure) {
        switch method.member {
        case "Notice": self = .notice(language: call.optionalText("language"))
        case "Grant":
            self = .grant(
                purposes: try call.texts("purposes"), language: try call.text("language"),
                method: try call.word("method"))
        case "Refuse": self = .refuse
        case "Present": self = .present(code: try call.text("code"))
        case "Show": self = .consents(code: try call.text("code"))
        case "Renew": self = .renew(code: try call.text("code"), method: try call.word("method"))
        case "Withdraw": self = .withdraw(code: try call.text("code"), purposes: call.optionalTexts("purposes"))
        case "Receipt": self = .receipt(code: try call.text("code"))
        default: throw .methodNotFound(method.description)
        }
    }

    private init(records method: QualifiedName, _ call: CallReader) throws(VarlinkFailure) {
        switch method.member {
        case "List": self = .list(after: call.optionalText("after"), limit: Self.pageLength)
        case "Show": self = .entries(code: try call.text("code"))
        case "Export": self = .export(code: try call.text("code"), reason: try call.word("reason"))
        case "Erase": self = try .init(erase: call)
        default: throw .methodNotFound(method.description)
        }
    }

    private init(erase call: CallReader) throws(VarlinkFailure) {
        let reason: DeskReason = try call.word("reason")
        switch (call.optionalText("code"), call.optionalText("consent")) {
        case (let code?, nil): self = .erase(code: code, reason: reason)
        case (nil, let id?): self = .eraseConsent(id: id, reason: reason)
        case (nil, nil): throw .invalidParameter("code")
        case (_?, _?): throw .invalidParameter("consent")
        }
    }
}

/// Reads the parameters of a call.
private struct CallReader {
    let parameters: JSONObject

    func text(_ name: String) throws(VarlinkFailure) -> String {
        guard let text = optionalText(name) else { throw .invalidParameter(name) }
        return text
    }

    func optionalText(_ name: String) -> String? { parameters[name]?.text }

    func texts(_ name: String) throws(VarlinkFailure) -> [String] {
        guard let texts = optionalTexts(name) else { throw .invalidParameter(name) }
        return texts
    }

    func optionalTexts(_ name: String) -> [String]? { parameters[name]?.elements?.compactMap(\.text) }

    func word<Word: RawRepresentable<String>>(_ name: String) throws(VarlinkFailure) -> Word {
        guard let word = Word(rawValue: try text(name)) else { throw .invalidParameter(name) }
        return word
    }
}
