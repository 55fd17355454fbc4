extension DeskAnswer {
    /// The parameters of the reply.
    var parameters: JSONObject {
        switch self {
        case .done: [:]
        case .notice(let notice): notice.parameters
        case .receipt(let receipt): receipt.parameters
        case .consents(let consents): ["consents": .objects(consents)]
        case .entries(let entries): ["entries": .objects(entries)]
        case .exported(let export): export.parameters
        case .destroyed(let destroyed): destroyed.parameters
        case .report(let report): report.parameters
        case .checkpoint(let line): ["checkpoint": .string(line)]
        case .accessKey(let key): ["key": .string(key)]
        }
    }
}
