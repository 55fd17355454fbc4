import CSystemd
import Glibc

/// The system calls of this module: the only unsafe code in it.
public enum SystemJournal {
    /// Sends `NAME=value` fields to journald. Only the log thread calls this.
    ///
    /// - Returns: false when journald refused them.
    static func send(_ entries: [String]) -> Bool {
        var bytes: [UInt8] = []
        var ranges: [Range<Int>] = []
        for entry in entries {
            let start = bytes.count
            bytes += entry.utf8
            ranges.append(start..<bytes.count)
        }
        // The vectors point into `bytes`, which outlives the call; every entry lies within it, and none is written to.
        return unsafe bytes.withUnsafeMutableBytes { buffer in
            let vectors = unsafe ranges.map { range in
                unsafe iovec(iov_base: buffer.baseAddress.map { unsafe $0 + range.lowerBound }, iov_len: range.count)
            }
            return unsafe vectors.withUnsafeBufferPointer {
                unsafe sd_journal_sendv($0.baseAddress, Int32($0.count)) >= 0
            }
        }
    }

    /// Writes the text to standard error, unbuffered; gives up when nobody reads it.
    static func writeToStandardError(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            // The bytes outlive the call, which reads at most their count.
            let count = unsafe rest.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Sends assignments to systemd; false when there is none to tell, or it could not be told.
    static func notify(_ message: String) -> Bool {
        // The message is a string that the call copies.
        unsafe sd_notify(0, message) > 0
    }

    /// The unit's WatchdogSec, when it has one and means this process.
    static func watchdogMicroseconds() -> UInt64? {
        var interval: UInt64 = 0
        // The call writes one integer that outlives it.
        return unsafe sd_watchdog_enabled(0, &interval) > 0 ? interval : nil
    }

    /// A variable of the environment.
    static func variable(_ name: String) -> String? {
        // Copied at once; nothing in the daemons changes the environment.
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    /// The file that a descriptor is open on.
    static func stream(of descriptor: Int32) -> JournalStream? {
        var status = stat()
        // The call fills a structure that outlives it.
        guard unsafe fstat(descriptor, &status) == 0 else { return nil }
        return JournalStream(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }

    /// Nanoseconds of CLOCK_MONOTONIC.
    @Sendable
    public static func monotonicNanoseconds() -> Int64 {
        var time = timespec()
        // The call fills a structure that outlives it, and can't fail for this clock.
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// The wall clock, UTC milliseconds since 1970.
    @Sendable
    public static func milliseconds() -> Int64 {
        var time = timespec()
        // The call fills a structure that outlives it, and can't fail for this clock.
        _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
