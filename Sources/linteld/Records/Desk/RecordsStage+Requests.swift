import Audit
import Control
import Records

// What a person's request and an auditor need: io.lintel.Records and io.lintel.Audit.
extension RecordsStage {
    func list(_ after: String?, _ limit: Int, _ caller: DeskCaller) throws(DeskFailure) -> [DeskConsent] {
        let store = try anyStore()
        try note(.list, [nil], caller)
        return try trying { () throws(RecordsError) in try store.consents() }
            .map { DeskConsent($0) }.sorted { $0.id < $1.id }
            .filter { consent in after.map { consent.id > $0 } ?? true }.prefix(max(0, limit)).map(\.self)
    }

    func entries(
        _ code: String, _ action: Access.Action, _ reason: DeskReason?, _ caller: DeskCaller
    ) throws(DeskFailure) -> DeskExport {
        let store = try anyStore()
        let reference = try reference(code)
        let consents = try known(reference)
        try note(action, consents.map(\.id), caller, reason)
        let entries = try trying { () throws(RecordsError) in try store.entries(of: reference) }
        return DeskExport(
            time: trustedNow, consents: consents.map { DeskConsent($0) }, entries: entries.map { DeskEntry($0) })
    }

    func erase(
        _ code: String, _ reason: DeskReason, _ caller: DeskCaller
    ) throws(DeskFailure) -> DeskDestroyed {
        let found = try known(try reference(code)).map(\.id)
        return try erase(found, reason, caller)
    }

    func eraseConsent(
        _ text: String, _ reason: DeskReason, _ caller: DeskCaller
    ) throws(DeskFailure) -> DeskDestroyed {
        let store = try anyStore()
        let all = try trying { () throws(RecordsError) in try store.consents() }
        // One that was withdrawn and must only be proved has nothing left to destroy.
        guard let found = all.first(where: { $0.id.description == text.lowercased() && $0.state != .withdrawn }) else {
            throw .unknownConsent
        }
        return try erase([found.id], reason, caller)
    }

    private func erase(
        _ ids: [RecordID], _ reason: DeskReason, _ caller: DeskCaller
    ) throws(DeskFailure) -> DeskDestroyed {
        let store = try anyStore()
        try note(.erase, ids, caller, reason)
        var sum = DeskDestroyed(consents: 0, entries: 0, isVerified: true)
        for id in ids {
            let report = try trying { () throws(RecordsError) in try store.erase(id) }
            sum.consents += 1
            sum.entries += report.entries
            sum.isVerified = sum.isVerified && report.isVerified
        }
        return sum
    }

    func checkpoint(_ caller: DeskCaller) throws(DeskFailure) -> String {
        try note(.checkpoint, [nil], caller)
        let access = try accessLog()
        return try trying { () throws(RecordsError) in try access.checkpoint().line }
    }

    func accessKey(_ caller: DeskCaller) throws(DeskFailure) -> String {
        let access = try accessLog()
        guard access.hasFirstKey else { throw .keyGone }
        try note(.key, [nil], caller)
        guard let key = access.takeFirstKey() else { throw .keyGone }
        return AccessKey(key).text
    }
}
