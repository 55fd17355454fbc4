import Synchronization

/// Reports a fault once, until it is over or another one.
final class FaultReport: Sendable {
    private let reported = Mutex<ControlError?>(nil)
    private let take: @Sendable (ControlError) -> Void

    init(_ take: @escaping @Sendable (ControlError) -> Void) {
        self.take = take
    }

    func report(_ fault: ControlError) {
        let isNew = reported.withLock { reported in
            defer { reported = fault }
            return reported != fault
        }
        if isNew { take(fault) }
    }

    func clear() { reported.withLock { $0 = nil } }
}
