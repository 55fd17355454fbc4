import Dispatch
import Synchronization

/// Writes log lines on a thread of its own, so that nobody who logs waits for journald or a terminal.
///
/// Lines wait in a bounded queue. When it is full the newest line is dropped and counted, and the number is logged as soon as
/// there is room.
public final class LogWriter: Sendable {
    private let sink: any LogSink
    private let capacity: Int
    private let clock: @Sendable () -> Int64
    private let state = Mutex(State())
    /// Serial: one thread at a time, the only one that calls the sink.
    private let thread = DispatchQueue(label: "io.lintel.log", qos: .utility)

    private struct State {
        var waiting: [LogLine] = []
        /// Dropped and not reported yet.
        var unreported: UInt64 = 0
        var dropped: UInt64 = 0
        /// The thread is at work, or about to be.
        var isWriting = false
    }

    /// - Parameters:
    ///   - capacity: how many lines may wait.
    ///   - clock: UTC milliseconds since 1970.
    public init(
        sink: any LogSink, capacity: Int = 256, clock: @escaping @Sendable () -> Int64 = SystemJournal.milliseconds
    ) {
        self.sink = sink
        self.capacity = capacity
        self.clock = clock
    }

    /// UTC milliseconds since 1970, by the writer's clock.
    public var now: Int64 { clock() }

    /// How many lines were dropped since the start.
    public var dropped: UInt64 { state.withLock { $0.dropped } }

    /// Hands over a line; never waits for the sink.
    public func submit(_ line: LogLine) {
        let mustWake = state.withLock { state in
            guard state.waiting.count < capacity else {
                state.dropped += 1
                state.unreported += 1
                return false
            }
            state.waiting.append(line)
            defer { state.isWriting = true }
            return !state.isWriting
        }
        if mustWake { thread.async { self.writeWaiting() } }
    }

    /// Waits until every line that was handed over before is written.
    ///
    /// - Returns: false when that took longer than `seconds`.
    @discardableResult
    public func flush(seconds: Double = 2) -> Bool {
        let done = DispatchSemaphore(value: 0)
        thread.async {
            self.writeWaiting()
            done.signal()
        }
        return done.wait(timeout: .now() + seconds) == .success
    }

    private func writeWaiting() {
        while true {
            let (lines, dropped) = state.withLock { state in
                let taken = (state.waiting, state.unreported)
                state.waiting = []
                state.unreported = 0
                state.isWriting = !taken.0.isEmpty || taken.1 > 0
                return taken
            }
            if lines.isEmpty, dropped == 0 { return }
            for line in lines { sink.write(line) }
            if dropped > 0 { sink.write(dropReport(dropped)) }
        }
    }

    private func dropReport(_ count: UInt64) -> LogLine {
        LogLine(
            time: clock(), level: MessageID.linesDropped.level, message: "log lines dropped",
            fields: [LogLine.Field("count", String(count))], kind: .linesDropped)
    }
}
