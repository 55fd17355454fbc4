import Audit
import Control
import Records
import Settings

// What people ask at the desk. A receipt code is read once into memory that is wiped; no answer or error repeats one but
// the receipt itself.
extension RecordsStage {
    /// Answers a request; the access log has it before it happens.
    ///
    /// - Parameter moment: when it was asked, CLOCK_MONOTONIC nanoseconds.
    func answer(
        _ request: DeskRequest, from caller: DeskCaller, at moment: Int64
    ) -> Result<DeskAnswer, DeskFailure> {
        defer { conclude() }
        do throws(DeskFailure) {
            return .success(try perform(request, caller, moment))
        } catch {
            return .failure(error)
        }
    }

    private func perform(
        _ request: DeskRequest, _ caller: DeskCaller, _ moment: Int64
    ) throws(DeskFailure) -> DeskAnswer {
        switch request {
        case .notice(let language): .notice(try notice(in: language))
        case .grant(let purposes, let language, let method):
            .receipt(try grant(purposes, language, method, caller))
        case .refuse: try refuse()
        case .present(let code): try present(code, moment)
        case .consents(let code): .consents(try noted(.show, code, caller).map { DeskConsent($0) })
        case .renew(let code, let method): try renew(code, method, caller)
        case .withdraw(let code, let purposes): .destroyed(try withdraw(code, purposes, caller))
        case .receipt(let code): .receipt(try receipt(code, caller))
        case .list(let after, let limit): .consents(try list(after, limit, caller))
        case .entries(let code): .entries(try entries(code, .show, nil, caller).entries)
        case .export(let code, let reason): .exported(try entries(code, .export, reason, caller))
        case .erase(let code, let reason): .destroyed(try erase(code, reason, caller))
        case .eraseConsent(let id, let reason): .destroyed(try eraseConsent(id, reason, caller))
        case .report: .report(try privacyReport(caller))
        case .checkpoint: .checkpoint(try checkpoint(caller))
        case .accessKey: .accessKey(try accessKey(caller))
        }
    }

    // MARK: Consent

    private func notice(in language: String?) throws(DeskFailure) -> DeskNotice {
        guard setup.isConsented else { throw .off }
        let notices = try trying { () throws(RecordsError) in try Notice.all(setup.settings.notice) }
        let wanted = language ?? notices.first?.language
        guard let notice = notices.first(where: { $0.language == wanted }) else {
            throw .unknownLanguage(setup.settings.notice.languages)
        }
        return DeskNotice(notice, languages: setup.settings.notice.languages)
    }

    private func grant(
        _ names: [String], _ language: String, _ method: DeskMethod, _ caller: DeskCaller
    ) throws(DeskFailure) -> DeskReceipt {
        let store = try recordingStore()
        guard setup.settings.notice.languages.contains(language) else {
            throw .unknownLanguage(setup.settings.notice.languages)
        }
        let asked = setup.settings.notice.asked
        let purposes = Set(names.compactMap { Purpose(rawValue: $0) })
        guard !names.isEmpty, purposes.count == Set(names).count, purposes.isSubset(of: asked) else {
            throw .unknownPurpose(asked)
        }
        try note(.grant, [nil], caller)
        return try trying { () throws(RecordsError) in
            DeskReceipt(try store.grant(purposes, language: language, method: CollectionMethod(method)))
        }
    }

    private func refuse() throws(DeskFailure) -> DeskAnswer {
        guard setup.isConsented else { throw .off }
        let store = try anyStore()
        try trying { () throws(RecordsError) in try store.refuse() }
        return .done
    }

    private func present(_ code: String, _ moment: Int64) throws(DeskFailure) -> DeskAnswer {
        _ = try recordingStore()
        present(try reference(code), at: moment)
        return .done
    }

    private func renew(_ code: String, _ method: DeskMethod, _ caller: DeskCaller) throws(DeskFailure) -> DeskAnswer {
        let store = try recordingStore()
        let reference = try reference(code)
        try note(.renew, try known(reference).map(\.id), caller)
        try trying { () throws(RecordsError) in try store.renew(reference, method: CollectionMethod(method)) }
        return .done
    }

    private func withdraw(
        _ code: String, _ names: [String]?, _ caller: DeskCaller
    ) throws(DeskFailure) -> DeskDestroyed {
        let store = try anyStore()
        let reference = try reference(code)
        let purposes = names.map { Set($0.compactMap { Purpose(rawValue: $0) }) }
        if let names, let purposes, names.isEmpty || purposes.count != Set(names).count {
            throw .unknownPurpose(Set(Purpose.allCases))
        }
        let found = try known(reference).filter { purposes?.contains($0.purpose) ?? true }
        guard !found.isEmpty else { throw .unknownReceipt }
        try note(.withdraw, found.map(\.id), caller)
        let report = try trying { () throws(RecordsError) in try store.withdraw(reference, purposes: purposes) }
        return DeskDestroyed(report, consents: found.count)
    }

    private func receipt(_ code: String, _ caller: DeskCaller) throws(DeskFailure) -> DeskReceipt {
        let store = try anyStore()
        let reference = try reference(code)
        try note(.receipt, try known(reference).map(\.id), caller)
        return try trying { () throws(RecordsError) in DeskReceipt(try store.receipt(of: reference)) }
    }

    // MARK: Records

    private func list(_ after: String?, _ limit: Int, _ caller: DeskCaller) throws(DeskFailure) -> [DeskConsent] {
        let store = try anyStore()
        try note(.list, [nil], caller)
        return try trying { () throws(RecordsError) in try store.consents() }
            .map { DeskConsent($0) }.sorted { $0.id < $1.id }
            .filter { consent in after.map { consent.id > $0 } ?? true }.prefix(max(0, limit)).map(\.self)
    }

    private func entries(
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

    private func erase(
        _ code: String, _ reason: DeskReason, _ caller: DeskCaller
    ) throws(DeskFailure) -> DeskDestroyed {
        let found = try known(try reference(code)).map(\.id)
        return try erase(found, reason, caller)
    }

    private func eraseConsent(
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

    // MARK: Access log

    private func checkpoint(_ caller: DeskCaller) throws(DeskFailure) -> String {
        try note(.checkpoint, [nil], caller)
        let access = try accessLog()
        return try trying { () throws(RecordsError) in try access.checkpoint().line }
    }

    private func accessKey(_ caller: DeskCaller) throws(DeskFailure) -> String {
        let access = try accessLog()
        guard access.hasFirstKey else { throw .keyGone }
        try note(.key, [nil], caller)
        guard let digits = try trying({ () throws(RecordsError) in try access.takeFirstKeyDigits() }) else {
            throw .keyGone
        }
        return digits
    }

    // MARK: What each request needs

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

    private func accessLog() throws(DeskFailure) -> AccessLog {
        if let access { return access }
        if let accessFailure { throw DeskFailure(accessFailure) }
        throw refused.map { DeskFailure($0) } ?? .off
    }

    /// The consents of a receipt, after the use was written down.
    private func noted(
        _ action: Access.Action, _ code: String, _ caller: DeskCaller
    ) throws(DeskFailure) -> [ConsentStatus] {
        let found = try known(try reference(code))
        try note(action, found.map(\.id), caller)
        return found
    }

    private func known(_ reference: borrowing SubjectReference) throws(DeskFailure) -> [ConsentStatus] {
        let store = try anyStore()
        let found = try trying { () throws(RecordsError) in try store.consents(of: reference) }
        guard !found.isEmpty else { throw .unknownReceipt }
        return found
    }

    private func reference(_ code: String) throws(DeskFailure) -> SubjectReference {
        do throws(RecordsError) {
            return try SubjectReference(code: code)
        } catch {
            throw error.kind == .request
                ? DeskFailure(.notAReceipt, cause: error.cause, remedy: error.remedy) : DeskFailure(error)
        }
    }

    /// The store, whether it records or only lives to its end.
    private func anyStore() throws(DeskFailure) -> RecordStore {
        if let store { return store }
        throw refused.map { DeskFailure($0) } ?? .off
    }

    private func recordingStore() throws(DeskFailure) -> RecordStore {
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

extension NoticeSettings {
    /// The purposes that somebody is asked for.
    var asked: Set<Purpose> {
        var asked: Set<Purpose> = []
        if !entryLog.items.isEmpty { asked.insert(.entryLog) }
        if !feverOutcome.items.isEmpty { asked.insert(.feverOutcome) }
        return asked
    }
}
