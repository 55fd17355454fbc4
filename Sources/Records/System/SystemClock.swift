import Audit
import Glibc

/// Reads the clocks of this machine.
public struct SystemClock: Sendable {
    private let synchronizedPath: String
    private let bootID: UInt128

    /// - Parameter synchronizedPath: the file that exists while the wall clock is synchronised.
    public init(synchronizedPath: String) throws(RecordsError) {
        self.synchronizedPath = synchronizedPath
        let path = "/proc/sys/kernel/random/boot_id"
        let digits = SystemFileReader.text(of: path)?.filter(\.isHexDigit)
        guard let digits, digits.utf8.count == 32, let bootID = UInt128(digits, radix: 16) else {
            throw RecordsError(
                .system, what: path, cause: "the id of this boot can't be read",
                remedy: "Let the service see /proc (ProcSubset=all).")
        }
        self.bootID = bootID
    }

    /// What the clocks say now.
    public func reading() -> ClockReading {
        ClockReading(
            wall: Self.nanoseconds(CLOCK_REALTIME) / 1_000_000, boottime: Self.nanoseconds(CLOCK_BOOTTIME),
            bootID: bootID, isSynchronized: SystemFile.exists(synchronizedPath))
    }

    private static func nanoseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        // Both clocks exist on every Linux; the call fills in the value that it is lent.
        _ = unsafe clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
