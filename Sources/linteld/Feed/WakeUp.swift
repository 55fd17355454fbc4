import Dispatch

/// Wakes a serial queue from another thread without allocating; wake-ups that come together become one.
///
/// Adding to a dispatch source is safe from any thread, which is what makes this Sendable.
struct WakeUp: @unchecked Sendable {
    private let source: any DispatchSourceUserDataAdd

    /// - Parameter handler: run on the queue at each wake-up.
    init(_ queue: DispatchQueue, _ handler: @escaping @Sendable () -> Void) {
        source = DispatchSource.makeUserDataAddSource(queue: queue)
        source.setEventHandler(handler: handler)
        // At once: a source that never was active must not be released.
        source.activate()
    }

    /// Runs the handler on the queue soon.
    func callAsFunction() { source.add(data: 1) }

    /// No wake-up runs the handler after this, but one that is running.
    func cancel() { source.cancel() }
}
