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
}
