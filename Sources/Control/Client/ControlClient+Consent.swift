/// io.lintel.Consent. Each call fails with `records` when the records did not do what was asked.
extension ControlClient {
    /// What people are told and asked.
    ///
    /// - Parameter language: such as "ko"; the daemon's first one where none is said.
    public mutating func notice(language: String? = nil) throws(ControlClientError) -> DeskNotice {
        var parameters = JSONObject()
        parameters["language"] = language.map { .string($0) }
        return try ask("io.lintel.Consent.Notice", parameters)
    }

    /// Writes down that somebody agreed to these purposes.
    ///
    /// - Parameter language: of the notice that was shown.
    /// - Returns: what to hand to the person, and then to forget.
    public mutating func grant(
        purposes: [String], language: String, method: DeskMethod
    ) throws(ControlClientError) -> DeskReceipt {
        try ask(
            "io.lintel.Consent.Grant",
            [
                "purposes": .texts(purposes), "language": .string(language), "method": .string(method.rawValue),
            ])
    }

    /// Counts one refusal.
    public mutating func refuse() throws(ControlClientError) { _ = try call("io.lintel.Consent.Refuse") }

    /// Presents a consent at the door, now. Says nothing about whether it is known.
    public mutating func present(code: String) throws(ControlClientError) {
        _ = try call("io.lintel.Consent.Present", ["code": .string(code)])
    }

    /// The consents of a receipt.
    public mutating func consents(code: String) throws(ControlClientError) -> [DeskConsent] {
        try ask("io.lintel.Consent.Show", ["code": .string(code)]) { (reply) throws(ReplyFault) in
            try reply.values("consents")
        }
    }

    /// Lets the consents of a receipt stand anew from now.
    public mutating func renew(code: String, method: DeskMethod) throws(ControlClientError) {
        _ = try call("io.lintel.Consent.Renew", ["code": .string(code), "method": .string(method.rawValue)])
    }

    /// Withdraws the consents of a receipt, all where no purpose is said; what was kept under them is destroyed.
    public mutating func withdraw(
        code: String, purposes: [String]? = nil
    ) throws(ControlClientError) -> DeskDestroyed {
        var parameters: JSONObject = ["code": .string(code)]
        parameters["purposes"] = purposes.map { .texts($0) }
        return try ask("io.lintel.Consent.Withdraw", parameters)
    }

    /// The receipt once more.
    public mutating func receipt(code: String) throws(ControlClientError) -> DeskReceipt {
        try ask("io.lintel.Consent.Receipt", ["code": .string(code)])
    }
}
