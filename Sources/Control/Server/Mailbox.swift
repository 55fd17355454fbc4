import Synchronization

/// Hands values from any thread to one thread; a sender never waits, for the receiver or for another sender.
///
/// A bounded queue of slots that are made once (after D. Vyukov's bounded MPMC queue). A sender reserves a slot by counting up `reserved`,
/// which it may only while the slot `capacity` before was taken; it then owns the slot until it marks it as full. So nobody
/// else is ever at a slot's lock, which is there for the compiler only. When all are full the newest value is dropped and counted.
package final class Mailbox<Value: Sendable>: Sendable {
    private final class Slot: Sendable {
        let value = Mutex<Value?>(nil)
        /// The place in the queue of the value in it, plus 1; 0 before the first.
        let full = Atomic<UInt64>(0)
    }

    private let slots: [Slot]
    private let reserved = Atomic<UInt64>(0)
    private let taken = Atomic<UInt64>(0)
    private let dropped = Atomic<UInt64>(0)

    package init(capacity: Int) {
        slots = (0..<max(capacity, 1)).map { _ in Slot() }
    }

    /// How many values were dropped because there was no room.
    package var lost: UInt64 { dropped.load(ordering: .acquiring) }

    /// Puts a value at the end; drops and counts it when there is no room.
    package func post(_ value: Value) {
        var place = reserved.load(ordering: .relaxed)
        while true {
            guard place &- taken.load(ordering: .acquiring) < UInt64(slots.count) else {
                dropped.add(1, ordering: .releasing)
                return
            }
            let (exchanged, original) = reserved.compareExchange(
                expected: place, desired: place &+ 1, ordering: .relaxed)
            if exchanged { break }
            place = original
        }
        let slot = slots[Int(place % UInt64(slots.count))]
        slot.value.withLock { $0 = value }
        slot.full.store(place &+ 1, ordering: .releasing)
    }

    /// The value at the front; nil when there is none yet. Only one thread takes.
    package func take() -> Value? {
        let place = taken.load(ordering: .relaxed)
        let slot = slots[Int(place % UInt64(slots.count))]
        guard slot.full.load(ordering: .acquiring) == place &+ 1 else { return nil }
        let value = slot.value.withLock { content in
            defer { content = nil }
            return content
        }
        taken.store(place &+ 1, ordering: .releasing)
        return value
    }
}
