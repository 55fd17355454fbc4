/// io.lintel.Records, io.lintel.Privacy and io.lintel.Audit. Each call fails with `records` when the records did not do what was
/// asked.
extension ControlClient {
    /// Every consent, page by page; nothing of it says whose it is.
    ///
    /// - Parameter each: handed one page after another; it is over when this answers false.
    public mutating func consents(_ each: ([DeskConsent]) -> Bool) throws(ControlClientError) {
        var after: String?
        repeat {
            var parameters = JSONObject()
            parameters["after"] = after.map { .string($0) }
            let page = try ask("io.lintel.Records.List", parameters) { (reply) throws(ReplyFault) in
                let consents: [DeskConsent] = try reply.values("consents")
                return (consents: consents, next: try reply.optionalText("next"))
            }
            guard each(page.consents) else { return }
            after = page.next
        } while after != nil
    }

    /// Every consent; nothing of it says whose it is.
    public mutating func consents() throws(ControlClientError) -> [DeskConsent] {
        var all: [DeskConsent] = []
        try consents { page in
            all += page
            return true
        }
        return all
    }

    /// What is kept of the person who has this receipt, oldest first.
    public mutating func entries(code: String) throws(ControlClientError) -> [DeskEntry] {
        try ask("io.lintel.Records.Show", ["code": .string(code)]) { (reply) throws(ReplyFault) in
            try reply.values("entries")
        }
    }

    /// All that is kept of the person who has this receipt, to be handed out.
    public mutating func export(code: String, reason: DeskReason) throws(ControlClientError) -> DeskExport {
        try ask("io.lintel.Records.Export", ["code": .string(code), "reason": .string(reason.rawValue)])
    }

    /// Destroys what is kept of the person who has this receipt.
    public mutating func erase(code: String, reason: DeskReason) throws(ControlClientError) -> DeskDestroyed {
        try ask("io.lintel.Records.Erase", ["code": .string(code), "reason": .string(reason.rawValue)])
    }

    /// Destroys one consent, by its id, and what is kept under it.
    public mutating func erase(consent: String, reason: DeskReason) throws(ControlClientError) -> DeskDestroyed {
        try ask("io.lintel.Records.Erase", ["consent": .string(consent), "reason": .string(reason.rawValue)])
    }

    /// What is kept, why, until when, and the proof of its destruction.
    public mutating func report() throws(ControlClientError) -> PrivacyReport { try ask("io.lintel.Privacy.Report") }

    /// Signs where the access log stands: a line of JSON, to be kept elsewhere.
    public mutating func checkpoint() throws(ControlClientError) -> String {
        try ask("io.lintel.Audit.Checkpoint") { (reply) throws(ReplyFault) in try reply.text("checkpoint") }
    }

    /// The key of the access log's first line, 64 hexadecimal digits; given out once.
    public mutating func accessKey() throws(ControlClientError) -> String {
        try ask("io.lintel.Audit.Key") { (reply) throws(ReplyFault) in try reply.text("key") }
    }
}
