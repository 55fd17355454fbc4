/// Whoever keeps the records and answers for them. The daemon has one where it has a place to keep something.
public protocol RecordsDesk: Sendable {
    /// Takes a request in and answers it later, once, from any thread.
    ///
    /// Called on the control thread, which must not wait: hop to the records queue. Whether the caller may ask was decided before;
    /// how many requests wait at a time is bounded by the control socket. An answer that comes after the caller has gone is
    /// dropped, and what was asked for is done nevertheless.
    /// - Parameter answer: an answer of the kind that the request says.
    func take(
        _ request: DeskRequest, from caller: DeskCaller,
        answer: @escaping @Sendable (Result<DeskAnswer, DeskFailure>) -> Void)
}
