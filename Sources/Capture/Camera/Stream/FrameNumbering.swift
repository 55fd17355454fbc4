/// Turns a driver's 32-bit frame numbers into ones that never run backwards or wrap, over every restart and reopening.
///
/// Numbers that the driver skipped stay skipped, so that they are counted as gaps. After a restart the driver counts
/// afresh: its first number follows on the last one, whatever it is.
package struct FrameNumbering: Hashable, Sendable {
    /// The number given last.
    private var last: UInt64?
    /// The driver's number that it was given for; `nil` at the start of a stream.
    private var lastOfDriver: UInt32?

    package init() {}

    /// A stream starts: the driver's next number says nothing about those before.
    package mutating func restart() {
        lastOfDriver = nil
    }

    /// The number of a frame. Every buffer that the driver filled gets one, good or not.
    ///
    /// A driver that repeats a number or counts backwards, by less than half its range, gets the next number.
    package mutating func number(_ ofDriver: UInt32) -> UInt64 {
        let number: UInt64
        if let last, let lastOfDriver {
            let step = ofDriver &- lastOfDriver
            number = last &+ (step == 0 || step > UInt32.max / 2 ? 1 : UInt64(step))
        } else {
            number = last.map { $0 &+ 1 } ?? UInt64(ofDriver)
        }
        lastOfDriver = ofDriver
        last = number
        return number
    }
}
