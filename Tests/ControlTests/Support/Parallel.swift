import Dispatch

/// Runs something for each number below a count, on several threads.
enum Parallel {
    static func run(_ count: Int, _ body: @Sendable (Int) -> Void) {
        DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }
}
