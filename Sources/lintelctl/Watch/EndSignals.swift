import Dispatch
import Glibc

/// Ends the program in order when the terminal or somebody asks for it.
final class EndSignals {
    private let sources: [any DispatchSourceSignal]

    /// - Parameter body: done before the program ends with 0.
    init(_ body: @escaping @Sendable () -> Void) {
        let queue = DispatchQueue(label: "signals")
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            Terminal.leave(number)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                body()
                exit(0)
            }
            source.activate()
            return source
        }
    }

    func cancel() {
        for source in sources { source.cancel() }
    }
}
