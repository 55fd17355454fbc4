extension DeskRequest {
    /// The kind of answer that a request wants, without anything that was said in it.
    enum Expected: Hashable, Sendable {
        case done, notice, receipt, consents, entries, exported, destroyed, report, checkpoint, accessKey
        /// Consents, at most so many; as many as that may not be all.
        case page(limit: Int)
    }

    var expected: Expected {
        switch self {
        case .refuse, .present, .renew: .done
        case .notice: .notice
        case .grant, .receipt: .receipt
        case .consents: .consents
        case .list(_, let limit): .page(limit: limit)
        case .entries: .entries
        case .export: .exported
        case .withdraw, .erase, .eraseConsent: .destroyed
        case .report: .report
        case .checkpoint: .checkpoint
        case .accessKey: .accessKey
        }
    }
}

extension DeskRequest.Expected {
    /// The reply's parameters; nil where the answer is of another kind.
    func parameters(_ answer: DeskAnswer) -> JSONObject? {
        switch (self, answer) {
        case (.page(let limit), .consents(let consents)):
            var reply = answer.parameters
            if consents.count >= limit { reply["next"] = consents.last.map { .string($0.id) } }
            return reply
        case (.done, .done), (.notice, .notice), (.receipt, .receipt), (.consents, .consents), (.entries, .entries),
            (.exported, .exported), (.destroyed, .destroyed), (.report, .report), (.checkpoint, .checkpoint),
            (.accessKey, .accessKey):
            return answer.parameters
        default: return nil
        }
    }
}
