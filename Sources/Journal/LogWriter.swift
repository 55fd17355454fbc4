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
    private let monotonic: @Sendable () -> Int64
    /// When the sink was given the line that it is writing; 0 while it has none.
    private let givenAt = Atomic<Int64>(0)
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
    ///   - monotonic: nanoseconds of a clock that only goes forward, never 0.
    public init(
        sink: any LogSink, capacity: Int = 256, clock: @escaping @Sendable () -> Int64 = SystemJournal.milliseconds,
        monotonic: @escaping @Sendable () -> Int64 = SystemJournal.monotonicNanoseconds
    ) {
        self.monotonic = monotonic
        self.sink = sink
        self.capacity = capacity
        self.clock = clock
    }

    /// UTC milliseconds since 1970, by the writer's clock.
    public var now: Int64 { clock() }

    /// How many lines were dropped since the start.
    public var dropped: UInt64 { state.withLock { $0.dropped } }

    /// How long the sink has been at the line that it was given last; `nil` while it has none. A journal that does not
    /// answer holds the log thread: lines wait, and then are dropped and counted.
    public var heldFor: Duration? {
        let since = givenAt.load(ordering: .relaxed)
        return since == 0 ? nil : .nanoseconds(max(0, monotonic() - since))
    }

    /// Runs `body` on the log thread, after the lines that wait now.
    public func afterWaitingLines(_ body: @escaping @Sendable () -> Void) {
        thread.async {
            self.writeWaiting()
            body()
        }
    }

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
        afterWaitingLines { done.signal() }
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
            for line in lines { give(line) }
            if dropped > 0 { give(dropReport(dropped)) }
        }
    }

    private func give(_ line: LogLine) {
        givenAt.store(monotonic(), ordering: .relaxed)
        sink.write(line)
        givenAt.store(0, ordering: .relaxed)
    }

    private func dropReport(_ count: UInt64) -> LogLine {
        LogLine(
            time: clock(), level: MessageID.linesDropped.level, message: "log lines dropped",
            fields: [LogLine.Field("count", String(count))], kind: .linesDropped)
    }
}
