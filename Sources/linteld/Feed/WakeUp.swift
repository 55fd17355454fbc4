import Dispatch

/// Wakes a serial queue from another thread without allocating; wake-ups that come together become one.
///
/// Adding to a dispatch source is safe from any thread, which is what makes this Sendable.
struct WakeUp: @unchecked Sendable {
    private let source: any DispatchSourceUserDataAdd

    init(_ queue: DispatchQueue) {
        source = DispatchSource.makeUserDataAddSource(queue: queue)
    }

    /// Sets what is run on the queue at each wake-up, and lets wake-ups through.
    func activate(_ handler: @escaping @Sendable () -> Void) {
        source.setEventHandler(handler: handler)
        source.activate()
    }

    /// Runs the handler on the queue soon.
    func callAsFunction() { source.add(data: 1) }

    /// No wake-up runs the handler after this, but one that is running.
    func cancel() { source.cancel() }
}
