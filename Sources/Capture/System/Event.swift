/// Something that happens once, told from one thread to others; polls readable from then on.
final class Event: Sendable {
    let file: FileDescriptor

    init() throws(CaptureError) {
        file = try SystemCapture.makeEvent(initial: 0)
    }

    /// Tells that it happened.
    func signal() {
        SystemCapture.signal(file)
    }

    /// Waits until it happened, but only so long.
    ///
    /// - Returns: whether it happened.
    func wait(within limit: Duration) -> Bool {
        SystemCapture.waitUntilReadable(file, milliseconds: Int32(clamping: Int64(limit / .milliseconds(1))))
    }
}
