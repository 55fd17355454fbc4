import Synchronization

/// The right to answer a call once, from any thread. One that is dropped without an answer answers that there is none.
final class DeskTicket: Sendable {
    typealias Answer = (ticket: UInt64, result: Result<DeskAnswer, DeskFailure>)

    private let number: UInt64
    private let answers: Mailbox<Answer>
    private let wake: SystemWake
    private let isUsed = Atomic(false)

    init(_ number: UInt64, _ answers: Mailbox<Answer>, _ wake: SystemWake) {
        self.number = number
        self.answers = answers
        self.wake = wake
    }

    deinit { answer(.failure(Self.dropped)) }

    /// A second answer is none.
    func answer(_ result: Result<DeskAnswer, DeskFailure>) {
        guard !isUsed.exchange(true, ordering: .acquiringAndReleasing) else { return }
        answers.post((number, result))
        wake.raise()
    }

    private static let dropped = DeskFailure(
        .unavailable, cause: "the records gave no answer",
        remedy: "Try again; `journalctl -u linteld` says how the records do.")
}
