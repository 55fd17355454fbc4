import Audit
import Control
import Records
import Settings

// What somebody who agrees, or does not, asks for: io.lintel.Consent.
extension RecordsStage {
    func notice(in language: String?) throws(DeskFailure) -> DeskNotice {
        guard setup.isConsented else { throw .off }
        let notices = try trying { () throws(RecordsError) in try Notice.all(setup.settings.notice) }
        let wanted = language ?? notices.first?.language
        guard let notice = notices.first(where: { $0.language == wanted }) else {
            throw .unknownLanguage(setup.settings.notice.languages)
        }
        return DeskNotice(notice, languages: setup.settings.notice.languages)
    }

    func grant(
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

    func refuse() throws(DeskFailure) -> DeskAnswer {
        guard setup.isConsented else { throw .off }
        let store = try anyStore()
        try trying { () throws(RecordsError) in try store.refuse() }
        return .done
    }

    func present(_ code: String, _ moment: Int64) throws(DeskFailure) -> DeskAnswer {
        _ = try recordingStore()
        present(try reference(code), at: moment)
        return .done
    }

    func renew(_ code: String, _ method: DeskMethod, _ caller: DeskCaller) throws(DeskFailure) -> DeskAnswer {
        let store = try recordingStore()
        let reference = try reference(code)
        try note(.renew, try known(reference).map(\.id), caller)
        try trying { () throws(RecordsError) in try store.renew(reference, method: CollectionMethod(method)) }
        return .done
    }

    func withdraw(
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

    func receipt(_ code: String, _ caller: DeskCaller) throws(DeskFailure) -> DeskReceipt {
        let store = try anyStore()
        let reference = try reference(code)
        try note(.receipt, try known(reference).map(\.id), caller)
        return try trying { () throws(RecordsError) in DeskReceipt(try store.receipt(of: reference)) }
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
