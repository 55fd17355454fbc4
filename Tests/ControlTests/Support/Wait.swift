import Foundation

/// Waits for something that another thread does.
enum Wait {
    struct TookTooLong: Error {}

    /// Looks until it is so, at most 20 s.
    static func until(_ isSo: () throws -> Bool) throws {
        let deadline = Date(timeIntervalSinceNow: 20)
        while try !isSo() {
            guard Date() < deadline else { throw TookTooLong() }
            Thread.sleep(forTimeInterval: 0.001)
        }
    }
}

/// Runs something beside the test.
enum Background {
    static func run(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.start()
    }

    static func pause() { Thread.sleep(forTimeInterval: 0.001) }
}
