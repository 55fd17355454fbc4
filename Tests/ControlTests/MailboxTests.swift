import CAllocationCount
import Control
import Dispatch
import Screening
import Testing

@Suite("Mailbox")
struct MailboxTests {
    @Test("values come out in their order, and the newest is dropped when it is full")
    func order() {
        let mailbox = Mailbox<Int>(capacity: 3)
        for round in 0..<5 {
            for value in 0..<5 { mailbox.post(round * 10 + value) }
            #expect((0..<4).map { _ in mailbox.take() } == [round * 10, round * 10 + 1, round * 10 + 2, nil])
            #expect(mailbox.lost == UInt64(2 * (round + 1)))
        }
    }

    @Test("publishing allocates nothing", .enabled(if: lintel_allocations_counted()))
    func allocations() throws {
        let publisher = try ControlPublisher(.sample, capacity: 64)
        let events = (1...50).map { EntryEvent.passage(Passage(track: $0, time: 1, direction: .entering)) }
        publisher.publish(events[0])
        _ = ControlState.quiet
        let before = lintel_allocations_on_this_thread()
        for event in events { publisher.publish(event) }
        for _ in 0..<50 { publisher.publish(ControlState.quiet) }
        #expect(lintel_allocations_on_this_thread() == before)
    }

    @Test("with four senders at once every value is taken in its sender's order, or counted as lost")
    func senders() {
        let (senders, each) = (4, 50_000)
        let mailbox = Mailbox<(sender: Int, number: Int)>(capacity: 64)
        let group = DispatchGroup()
        for sender in 0..<senders {
            DispatchQueue.global().async(group: group) {
                for number in 1...each { mailbox.post((sender, number)) }
            }
        }
        var last = [Int](repeating: 0, count: senders)
        var taken = 0
        func takeAll() {
            while let value = mailbox.take() {
                #expect(value.number > last[value.sender])
                last[value.sender] = value.number
                taken += 1
            }
        }
        while group.wait(timeout: .now()) == .timedOut { takeAll() }
        takeAll()
        #expect(taken + Int(mailbox.lost) == senders * each)
    }
}
