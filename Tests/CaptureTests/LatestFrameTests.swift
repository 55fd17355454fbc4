import Capture
import Foundation
import Synchronization
import Testing

@Suite("latest frame")
struct LatestFrameTests {
    private static func fill(_ pixels: inout MutableSpan<UInt8>, _ value: UInt8) {
        for index in pixels.indices { pixels[index] = value }
    }

    @Test("while nobody watches nothing is written")
    func unwatched() {
        var latest = LatestFrame<UInt8>(count: 6)
        var calls = 0
        #expect(!latest.writer.publish(FrameHeader(sequence: 1, timestamp: 0)) { _ in calls += 1 })
        #expect(calls == 0)
        latest.reader.watch(true)
        #expect(latest.reader.withLatest { _, _ in true } == nil)
    }

    @Test("the reader gets the newest picture once")
    func newest() {
        var latest = LatestFrame<UInt8>(count: 6)
        latest.reader.watch(true)
        for number in 1...5 as ClosedRange<UInt8> {
            latest.writer.publish(FrameHeader(sequence: UInt64(number), timestamp: 0)) { Self.fill(&$0, number) }
        }
        let seen = latest.reader.withLatest { header, pixels in (header.sequence, pixels[0], pixels[5]) }
        #expect(seen?.0 == 5)
        #expect(seen?.1 == 5)
        #expect(seen?.2 == 5)
        #expect(latest.reader.withLatest { _, _ in true } == nil)
    }

    @Test("a picture of an earlier watch is not shown in a later one")
    func earlierWatch() {
        var latest = LatestFrame<UInt16>(count: 2)
        latest.reader.watch(true)
        latest.writer.publish(FrameHeader(sequence: 1, timestamp: 0)) { $0[0] = 1 }
        latest.reader.watch(false)
        let watched = latest.writer.isWatched
        #expect(!watched)
        latest.reader.watch(true)
        #expect(latest.reader.withLatest { _, _ in true } == nil)
    }

    @Test("in the ring's company two threads never see a torn or older picture")
    func twoThreads() {
        let latest = LatestFrame<UInt8>(count: 64)
        let writer = Writer(latest.writer)
        var reader = latest.reader
        reader.watch(true)
        // A thread of its own: the pool that runs tests may be too small for two that never wait.
        let thread = Thread { writer.run(200_000) }
        thread.start()
        var last: UInt64 = 0
        var bad = 0
        while last < 200_000 {
            let wasDone = writer.isDone
            let seen = reader.withLatest { header, pixels in
                var whole = true
                for index in pixels.indices {
                    whole = whole && pixels[index] == UInt8(truncatingIfNeeded: header.sequence)
                }
                return whole && header.sequence > last ? header.sequence : 0
            }
            if let seen {
                if seen == 0 { bad += 1 }
                last = max(last, seen)
            } else if wasDone {
                break
            }
        }
        #expect(bad == 0)
        #expect(last == 200_000)
    }

    private final class Writer: Sendable {
        private let writer: Mutex<LatestFrameWriter<UInt8>>
        private let done = Atomic<Bool>(false)

        init(_ writer: consuming LatestFrameWriter<UInt8>) {
            self.writer = Mutex(writer)
        }

        var isDone: Bool { done.load(ordering: .acquiring) }

        func run(_ pictures: UInt64) {
            writer.withLock { writer in
                for number in 1...pictures {
                    writer.publish(FrameHeader(sequence: number, timestamp: 0)) {
                        LatestFrameTests.fill(&$0, UInt8(truncatingIfNeeded: number))
                    }
                }
            }
            done.store(true, ordering: .releasing)
        }
    }
}
