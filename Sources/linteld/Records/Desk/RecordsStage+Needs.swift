import Audit
import Control
import Records

// What each request needs before it is done.
extension RecordsStage {
    /// Writes a use down for each consent, before it happens.
    ///
    /// - Parameter ids: of the consents; nil where none is known.
    func note(
        _ action: Access.Action, _ ids: [RecordID?], _ caller: DeskCaller, _ reason: DeskReason? = nil
    ) throws(DeskFailure) {
        let log = try accessLog()
        for id in ids {
            try trying { () throws(RecordsError) in
                try log.append(
                    Access(
                        user: caller.description, origin: .control, action: action, record: id,
                        reason: reason.map { Access.Reason($0) }))
            }
        }
    }

    func accessLog() throws(DeskFailure) -> AccessLog {
        if let access { return access }
        if let accessFailure { throw DeskFailure(accessFailure) }
        throw refused.map { DeskFailure($0) } ?? .off
    }

    /// The consents of a receipt, after the use was written down.
    func noted(
        _ action: Access.Action, _ code: String, _ caller: DeskCaller
    ) throws(DeskFailure) -> [ConsentStatus] {
        let found = try known(try reference(code))
        try note(action, found.map(\.id), caller)
        return found
    }

    func known(_ reference: borrowing SubjectReference) throws(DeskFailure) -> [ConsentStatus] {
        let store = try anyStore()
        let found = try trying { () throws(RecordsError) in try store.consents(of: reference) }
        guard !found.isEmpty else { throw .unknownReceipt }
        return found
    }

    func reference(_ code: String) throws(DeskFailure) -> SubjectReference {
        do throws(RecordsError) {
            return try SubjectReference(code: code)
        } catch {
            throw error.kind == .request
                ? DeskFailure(.notAReceipt, cause: error.cause, remedy: error.remedy) : DeskFailure(error)
        }
    }

    /// The store, whether it records or only lives to its end.
    func anyStore() throws(DeskFailure) -> RecordStore {
        if let store { return store }
        throw refused.map { DeskFailure($0) } ?? .off
    }

    func recordingStore() throws(DeskFailure) -> RecordStore {
        let store = try anyStore()
        switch state.recording {
        case .recording: return store
        case .off, .opening: throw .off
        case .stopped(let error):
            throw DeskFailure(.stopped, cause: "\(error.what): \(error.cause)", remedy: error.remedy)
        case .refused(let error): throw DeskFailure(error)
        }
    }

    func trying<Result>(_ body: () throws(RecordsError) -> Result) throws(DeskFailure) -> Result {
        do throws(RecordsError) {
            return try body()
        } catch {
            throw DeskFailure(error)
        }
    }
}
