import Dispatch
import Journal
import Logging
import Synchronization
import Testing

@Suite("Writing the log")
struct LogWriterTests {
    private func line(_ number: Int) -> LogLine { LogLine(time: 0, level: .info, message: "\(number)") }

    @Test("lines are written in order, all of them before a flush returns")
    func order() {
        let sink = RecordingSink()
        let writer = LogWriter(sink: sink, capacity: 1000)
        for number in 0..<500 { writer.submit(line(number)) }
        #expect(writer.flush(seconds: 60))
        #expect(sink.lines.map(\.message) == (0..<500).map(String.init))
        #expect(writer.dropped == 0)
    }

    @Test("a full queue drops the newest lines, counts them and says so")
    func drops() {
        let sink = RecordingSink()
        let writer = LogWriter(sink: sink, capacity: 4, clock: { 77 })
        sink.hang()
        writer.submit(line(0))
        sink.waitUntilHanging()
        for number in 1...7 { writer.submit(line(number)) }
        #expect(writer.dropped == 3)
        sink.release()
        #expect(writer.flush(seconds: 60))
        #expect(
            sink.lines
                == [line(0), line(1), line(2), line(3), line(4)] + [
                    LogLine(
                        time: 77, level: .warning, message: "log lines dropped",
                        fields: [LogLine.Field("count", "3")], kind: .linesDropped)
                ])
        writer.submit(line(8))
        #expect(writer.flush(seconds: 60))
        #expect(sink.lines.count == 7)
        #expect(writer.dropped == 3)
    }

    @Test("a flush gives up when the journal does not answer")
    func hangingFlush() {
        let sink = RecordingSink()
        let writer = LogWriter(sink: sink)
        sink.hang()
        writer.submit(line(0))
        sink.waitUntilHanging()
        #expect(!writer.flush(seconds: 0))
        sink.release()
        #expect(writer.flush(seconds: 60))
        #expect(sink.lines == [line(0)])
    }

    @Test("a journal that does not answer is seen from outside, and lines wait for it no longer than there is room")
    func heldThread() {
        let sink = RecordingSink()
        let now = Atomic<Int64>(1_000_000_000)
        let writer = LogWriter(sink: sink, capacity: 2, monotonic: { now.load(ordering: .relaxed) })
        #expect(writer.heldFor == nil)
        sink.hang()
        writer.submit(line(0))
        sink.waitUntilHanging()
        now.store(8_000_000_000, ordering: .relaxed)
        #expect(writer.heldFor == .seconds(7))
        let passed = DispatchSemaphore(value: 0)
        writer.afterWaitingLines { passed.signal() }
        for number in 1...5 { writer.submit(line(number)) }
        #expect(writer.dropped == 3)
        #expect(passed.wait(timeout: .now()) == .timedOut)
        sink.release()
        #expect(passed.wait(timeout: .now() + 60) == .success)
        #expect(writer.flush(seconds: 60))
        #expect(writer.heldFor == nil)
        #expect(sink.lines.prefix(3).map(\.message) == ["0", "1", "2"])
    }

    @Test("lines from many threads are all written or counted")
    func manyThreads() {
        let sink = RecordingSink()
        let writer = LogWriter(sink: sink, capacity: 8)
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for number in 0..<2000 { writer.submit(line(number)) }
        }
        #expect(writer.flush(seconds: 60))
        let reports = sink.lines.filter { $0.kind == .linesDropped }
        let reported = reports.compactMap { $0.fields.first.flatMap { UInt64($0.value) } }.reduce(0, +)
        #expect(UInt64(sink.lines.count - reports.count) + writer.dropped == 8000)
        #expect(reported == writer.dropped)
    }
}
