import Audit
import CLinux

/// The kernel's random bytes, getrandom(2).
public struct SystemRandom: RandomSource {
    public init() {}

    public func fill(_ bytes: inout MutableSpan<UInt8>) throws(RecordsError) {
        // The memory is the span's, which outlives the call; no more than its count is written.
        let status = unsafe bytes.withUnsafeMutableBufferPointer { buffer -> Int32 in
            guard let start = buffer.baseAddress else { return 0 }
            return unsafe lintel_random(start, buffer.count)
        }
        guard status == 0 else {
            throw RecordsError(
                .system, what: "random bytes", cause: SystemErrno(status).text,
                remedy: "Check the kernel's random device.")
        }
    }
}
