import Dispatch
import Glibc

/// Takes SIGINT and SIGTERM as requests to stop and SIGHUP as one to read the configuration again until
/// `cancel`.
struct ServiceSignals {
    private let sources: [any DispatchSourceSignal]

    init(_ events: ServiceEvents) {
        SystemLinteld.ignoreSignals([SIGINT, SIGTERM, SIGHUP, SIGPIPE])
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
            source.setEventHandler { number == SIGHUP ? events.askToReload() : events.askToStop() }
            source.activate()
            return source
        }
    }

    func cancel() {
        for source in sources { source.cancel() }
    }
}
