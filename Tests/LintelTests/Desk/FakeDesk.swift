import Control
import Synchronization

/// A records desk that answers as the test says, and remembers what it was asked.
final class FakeDesk: RecordsDesk {
    private let seen = Mutex<[DeskRequest]>([])
    private let respond: @Sendable (DeskRequest) -> Result<DeskAnswer, DeskFailure>

    init(_ respond: @escaping @Sendable (DeskRequest) -> Result<DeskAnswer, DeskFailure>) { self.respond = respond }

    func take(
        _ request: DeskRequest, from caller: DeskCaller,
        answer: @escaping @Sendable (Result<DeskAnswer, DeskFailure>) -> Void
    ) {
        seen.withLock { $0.append(request) }
        answer(respond(request))
    }

    /// Every request so far, in order.
    var requests: [DeskRequest] { seen.withLock { $0 } }
}
