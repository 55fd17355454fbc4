import Audit
import CLinux
import Crypto
import Foundation

/// Secret bytes in pages of their own: one owner, locked in memory where the limit allows it, not in core dumps, and
/// wiped when the owner lets go.
///
/// Invariant: `memory` holds `count` initialised bytes from `init` to `deinit`, and is reached through `self` alone.
@safe public struct SecretBytes: ~Copyable, @unchecked Sendable {
    private let memory: UnsafeMutableRawPointer
    public let count: Int

    /// Zeros.
    public init(count: Int) throws(RecordsError) {
        guard count > 0, let memory = unsafe lintel_secret_allocate(count) else {
            throw RecordsError(
                .system, what: "memory for a key", cause: SystemErrno.last.text,
                remedy: "Give this process more memory.")
        }
        unsafe self.memory = memory
        self.count = count
    }

    /// Takes bytes over. The caller wipes its own.
    init(copying bytes: borrowing Span<UInt8>) throws(RecordsError) {
        try self.init(count: max(1, bytes.count))
        for index in bytes.indices { self[index] = bytes[index] }
    }

    deinit { unsafe lintel_secret_release(memory, count) }

    /// One byte; the index must be in range.
    subscript(index: Int) -> UInt8 {
        get {
            precondition((0..<count).contains(index))
            // In bounds; initialised zero at allocation; trivial.
            return unsafe memory.load(fromByteOffset: index, as: UInt8.self)
        }
        set {
            precondition((0..<count).contains(index))
            unsafe memory.storeBytes(of: newValue, toByteOffset: index, as: UInt8.self)
        }
    }

    /// Lends all of it to be filled.
    mutating func fill(_ body: (inout MutableSpan<UInt8>) throws(RecordsError) -> Void) throws(RecordsError) {
        let start = unsafe memory.assumingMemoryBound(to: UInt8.self)
        // The span ends before this call does, and the memory is reached through it alone meanwhile.
        var span = unsafe MutableSpan(_unsafeStart: start, count: count)
        try body(&span)
    }

    /// Whether both hold the same; takes the same time wherever they differ.
    func isEqual(to other: borrowing SecretBytes) -> Bool {
        guard count == other.count else { return false }
        var difference: UInt8 = 0
        for index in 0..<count { difference |= self[index] ^ other[index] }
        return difference == 0
    }

    /// A part of it as a key, whose own memory swift-crypto wipes.
    func key(_ range: Range<Int>) -> SymmetricKey {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        // In bounds, and copied before the call returns.
        return unsafe SymmetricKey(data: UnsafeRawBufferPointer(start: memory + range.lowerBound, count: range.count))
    }

    /// All of it as a key.
    var key: SymmetricKey { key(0..<count) }

    /// Runs `body` on the memory, for system calls.
    func withMemory<Result>(_ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result {
        unsafe body(UnsafeMutableRawBufferPointer(start: memory, count: count))
    }
}
