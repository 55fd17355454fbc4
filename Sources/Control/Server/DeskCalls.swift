/// Calls that wait for the records desk; confined to the control thread but for the answers' way back.
///
/// How many wait is bounded, in all and for one user: a desk that is slow, or never answers, holds nobody but who asked it.
final class DeskCalls {
    private let desk: (any RecordsDesk)?
    private let limits: ControlLimits
    private let answers: Mailbox<DeskTicket.Answer>
    private let wake: SystemWake
    private var waiting: [UInt64: Waiting] = [:]
    private var lastTicket: UInt64 = 0

    /// What is known of a call until its answer comes; nothing of what was said in it.
    private struct Waiting {
        let user: UInt32
        let expected: DeskRequest.Expected
        weak var connection: Connection?
    }

    init(_ desk: (any RecordsDesk)?, limits: ControlLimits, wake: SystemWake) {
        self.desk = desk
        self.limits = limits
        self.wake = wake
        // Each ticket is answered once, so that none is ever lost for want of room.
        answers = Mailbox(capacity: limits.deskRequests)
    }

    /// Hands a request to the desk.
    ///
    /// - Parameter connection: where the answer goes; nowhere where none is wanted.
    /// - Throws: `Unavailable` where there is no desk, `Busy` where too many wait.
    func ask(_ request: DeskRequest, from peer: Peer, answerTo connection: Connection?) throws(VarlinkFailure) {
        guard let desk else { throw Self.noDesk.failure }
        let ofUser = waiting.values.count { $0.user == peer.user }
        guard waiting.count < limits.deskRequests, peer.isOwner || ofUser < limits.deskRequestsPerUser else {
            throw Self.busy.failure
        }
        lastTicket += 1
        waiting[lastTicket] = Waiting(user: peer.user, expected: request.expected, connection: connection)
        let ticket = DeskTicket(lastTicket, answers, wake)
        desk.take(request, from: DeskCaller(user: peer.user)) { ticket.answer($0) }
    }

    /// The next answer that has come, as the message that is sent; nil when there is none.
    func next() -> (connection: Connection?, message: [UInt8])? {
        guard let (ticket, result) = answers.take() else { return nil }
        guard let call = waiting.removeValue(forKey: ticket), let connection = call.connection else {
            return (nil, [])
        }
        return (connection, message(result, call.expected))
    }

    private func message(_ result: Result<DeskAnswer, DeskFailure>, _ expected: DeskRequest.Expected) -> [UInt8] {
        let answer: DeskAnswer
        switch result {
        case .success(let given): answer = given
        case .failure(let failure): return VarlinkReply(failure.failure).message
        }
        guard let parameters = expected.parameters(answer) else {
            return VarlinkReply(Self.wrongAnswer.failure).message
        }
        let message = VarlinkReply(parameters).message
        return message.count <= limits.answerBytes ? message : VarlinkReply(Self.tooLong.failure).message
    }

    // MARK: Failures

    private static let noDesk = DeskFailure(
        .unavailable, cause: "this daemon has no state directory, so it keeps nothing",
        remedy: "Run it as the unit linteld.service, or give it --state-directory.")

    private static let busy = DeskFailure(
        .busy, cause: "as many requests wait for the records as may", remedy: "Try again in a moment.")

    private static let wrongAnswer = DeskFailure(
        .unavailable, cause: "the records answered something else than was asked",
        remedy: "Report this: it is an error of the program.")

    private static let tooLong = DeskFailure(
        .unavailable, cause: "the answer is longer than what is sent at once",
        remedy: "Ask again when older records have expired, and report this.")
}
