import Control
import Dispatch
import Synchronization
import linteld

extension DoorRecords {
    /// Opens and waits for it.
    func openNow() {
        open()
        queue.sync {}
    }

    /// Asks and waits for the answer.
    func ask(_ request: DeskRequest, user: UInt32 = 1000) -> Result<DeskAnswer, DeskFailure> {
        let answered = DispatchSemaphore(value: 0)
        let answer = Mutex<Result<DeskAnswer, DeskFailure>?>(nil)
        take(request, from: DeskCaller(user: user)) { result in
            answer.withLock { $0 = result }
            answered.signal()
        }
        answered.wait()
        return answer.withLock { $0 } ?? .failure(DeskFailure(.unavailable, cause: "no answer", remedy: ""))
    }

    /// The code of a new receipt.
    func grant(_ purposes: [String] = ["entry_log", "fever_outcome"]) throws -> String {
        guard case .receipt(let receipt) = try ask(.grant(purposes: purposes, language: "en", method: .desk)).get()
        else { throw OtherAnswer() }
        return receipt.code
    }

    func entries(_ code: String) throws -> [DeskEntry] {
        guard case .entries(let entries) = try ask(.entries(code: code)).get() else { throw OtherAnswer() }
        return entries
    }

    func report() throws -> PrivacyReport {
        guard case .report(let report) = try ask(.report).get() else { throw OtherAnswer() }
        return report
    }

    /// Why a request was not done; nothing where it was.
    func failure(_ request: DeskRequest) -> DeskFailure.Kind? {
        if case .failure(let failure) = ask(request) { failure.kind } else { nil }
    }

    /// Lets the queue do what is due.
    func catchUp() { queue.sync { lookAtClock() } }

    struct OtherAnswer: Error {}
}
