import Control

extension DoorRecords: RecordsDesk {
    /// Takes a request to the records queue and answers it there. What is presented counts from this call on, however long the
    /// disk keeps the queue.
    package func take(
        _ request: DeskRequest, from caller: DeskCaller,
        answer: @escaping @Sendable (Result<DeskAnswer, DeskFailure>) -> Void
    ) {
        let moment = monotonicNow
        run { [self] in answer(stage.answer(request, from: caller, at: moment)) }
    }
}
