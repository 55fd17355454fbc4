import CLinux
import Glibc

/// The system calls of this module. Every call that can fail goes through `check`.
package enum SystemCapture {
    /// Runs a call until it was not interrupted by a signal; the only place that knows EINTR.
    ///
    /// - Returns: what the call returned, or the `errno` that it left.
    package static func retrying(_ body: () -> Int) -> Result<Int, SystemErrno> {
        while true {
            let value = body()
            if value >= 0 { return .success(value) }
            let code = errno
            if code != EINTR { return .failure(SystemErrno(code: code)) }
        }
    }

    /// Runs a call that is expected to work; the only place that turns `errno` into an error to read.
    static func check(_ what: String, remedy: String, _ body: () -> Int) throws(CaptureError) -> Int {
        switch retrying(body) {
        case .success(let value): return value
        case .failure(let failure): throw CaptureError(what: what, cause: failure.text, remedy: remedy)
        }
    }

    private static let limits = "Raise the limit of open files or memory for this process."

    /// Nanoseconds of CLOCK_MONOTONIC.
    static func monotonicNow() -> Int64 {
        var time = timespec()
        // The structure lives on the stack for the whole call; CLOCK_MONOTONIC always exists.
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    /// An event counter that polls readable while it is not zero.
    static func makeEvent(initial: UInt32) throws(CaptureError) -> FileDescriptor {
        let flags = Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC)
        let number = try check("event descriptor", remedy: limits) { Int(eventfd(initial, flags)) }
        return FileDescriptor(owning: Int32(truncatingIfNeeded: number))
    }

    /// Adds one to an event counter. Never blocks: a counter at its limit is readable already.
    static func signal(_ event: borrowing FileDescriptor) {
        var one: UInt64 = 1
        let number = event.number
        // The eight bytes live on the stack for the whole call.
        _ = retrying { unsafe write(number, &one, 8) }
    }

    /// A timer on CLOCK_MONOTONIC that polls readable once its time has come.
    static func makeTimer() throws(CaptureError) -> FileDescriptor {
        let flags = Int32(TFD_NONBLOCK) | Int32(TFD_CLOEXEC)
        let number = try check("timer descriptor", remedy: limits) { Int(timerfd_create(CLOCK_MONOTONIC, flags)) }
        return FileDescriptor(owning: Int32(truncatingIfNeeded: number))
    }

    /// Sets a timer to one moment; a moment in the past makes it readable at once.
    ///
    /// - Parameter moment: nanoseconds of CLOCK_MONOTONIC, at least 1 (zero would disarm the timer).
    static func arm(_ timer: borrowing FileDescriptor, at moment: Int64) throws(CaptureError) {
        let moment = max(1, moment)
        var setting = itimerspec()
        setting.it_value.tv_sec = Int(moment / 1_000_000_000)
        setting.it_value.tv_nsec = Int(moment % 1_000_000_000)
        let number = timer.number
        // The structure lives on the stack for the whole call, and the old setting is not asked for.
        _ = try check("frame timer", remedy: limits) {
            unsafe Int(timerfd_settime(number, Int32(TFD_TIMER_ABSTIME), &setting, nil))
        }
    }

    /// Takes the tick of a timer; false while its time has not come.
    static func takeTick(_ timer: borrowing FileDescriptor) -> Bool {
        var ticks: UInt64 = 0
        let number = timer.number
        // The eight bytes live on the stack for the whole call; the descriptor never blocks.
        let answer = retrying { unsafe read(number, &ticks, 8) }
        if case .success = answer { return true }
        return false
    }

    /// Waits until a descriptor polls readable, or that many milliseconds are over.
    ///
    /// - Returns: whether it does; a signal that interrupts starts the time anew.
    static func waitUntilReadable(_ file: borrowing FileDescriptor, milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: file.number, events: Int16(POLLIN), revents: 0)
        // The entry lives on the stack for the whole call.
        if case .success(let count) = retrying({ unsafe Int(poll(&entry, 1, milliseconds)) }) { return count > 0 }
        return false
    }

    /// What poll(2) said about the two descriptors of a capture loop.
    struct Readiness {
        let source: Bool
        /// The source's descriptor reports an error or a hang-up (POLLERR, POLLHUP, POLLNVAL).
        let sourceBroken: Bool
        let stop: Bool
    }

    /// Waits until the source or the stop event polls readable, or that many milliseconds are over.
    static func wait(
        source: Int32, stop: borrowing FileDescriptor, milliseconds: Int32
    ) throws(CaptureError) -> Readiness {
        var first = pollfd(fd: source, events: Int16(POLLIN), revents: 0)
        var second = pollfd(fd: stop.number, events: Int16(POLLIN), revents: 0)
        _ = try check("waiting for frames", remedy: limits) {
            var both: InlineArray<2, pollfd> = [first, second]
            var list = both.mutableSpan
            // The two entries live on the stack for the whole call.
            let count = unsafe list.withUnsafeMutableBufferPointer { unsafe poll($0.baseAddress, 2, milliseconds) }
            first = both[0]
            second = both[1]
            return Int(count)
        }
        let broken = Int16(POLLERR) | Int16(POLLHUP) | Int16(POLLNVAL)
        return Readiness(
            source: first.revents != 0, sourceBroken: first.revents & broken != 0, stop: second.revents != 0)
    }
}

/// An `errno` value, as an error.
package struct SystemErrno: Error, Hashable, Sendable {
    package let code: Int32

    package init(code: Int32) {
        self.code = code
    }

    /// What the C library says about it.
    package var text: String {
        // strerror returns a string that lives until this thread asks again; it is copied at once.
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }
}
