import CZlib
import Glibc

/// Inflates a gzip stream piece by piece, in bounded memory.
///
/// Several members behind each other count as one stream, as gzip(1) treats them.
@safe struct GzipReader: ~Copyable {
    private let file: FileDescriptor?
    /// The file's number; `nil` when all input is in memory from the start.
    private let number: Int32?
    /// zlib keeps the address of its stream, so the stream stays where it is until `deinit`.
    private let stream: UnsafeMutablePointer<z_stream>
    /// Compressed bytes; `next..<end` are not inflated yet.
    private var input = [UInt8](repeating: 0, count: 65_536)
    private var next = 0
    private var end = 0
    private var insideMember = false
    private var finished = false

    /// Bytes inflated so far: the offset in the decompressed stream.
    private(set) var offset: UInt64 = 0

    /// Reads from a file.
    init(_ file: consuming FileDescriptor) {
        number = file.number
        self.file = consume file
        unsafe stream = Self.makeStream()
    }

    /// Reads bytes in memory.
    init(_ bytes: [UInt8]) {
        number = nil
        file = nil
        input = bytes
        end = bytes.count
        unsafe stream = Self.makeStream()
    }

    private static func makeStream() -> UnsafeMutablePointer<z_stream> {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 16 asks for a gzip wrapper. The call can only fail for lack of memory; inflate reports that state as damage.
        _ = unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        return unsafe stream
    }

    deinit {
        _ = unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Inflates up to `count` bytes to the front of `bytes`.
    ///
    /// - Parameter bytes: at least `count` long.
    /// - Returns: fewer than `count` only at the end of the stream.
    mutating func read(_ count: Int, into bytes: inout [UInt8]) throws(GzipError) -> Int {
        let count = min(count, bytes.count)
        var filled = 0
        while filled < count, !finished {
            if next == end { try refill() }
            if finished { break }
            filled += try inflateSome(into: &bytes, from: filled, to: count)
        }
        return filled
    }

    /// Fetches more compressed bytes; without any the stream is over, which is damage inside a member.
    private mutating func refill() throws(GzipError) {
        next = 0
        end = 0
        if let number {
            // The buffer is ours alone during the call, and no more than its length is asked for.
            let answer = SystemCapture.retrying {
                unsafe input.withUnsafeMutableBytes { unsafe Glibc.read(number, $0.baseAddress, $0.count) }
            }
            switch answer {
            case .success(let count): end = count
            case .failure(let failure): throw .unreadable(failure.text)
            }
        }
        guard end == 0 else { return }
        finished = true
        if insideMember || offset == 0 { throw .truncated }
    }

    private mutating func inflateSome(into bytes: inout [UInt8], from: Int, to: Int) throws(GzipError) -> Int {
        insideMember = true
        let (available, room) = (end - next, to - from)
        let start = next
        let stream = unsafe self.stream
        // Both buffers outlive the call and zlib is told no more than their lengths: `next < end <= input.count`
        // and `from < to <= bytes.count`. No pointer is kept in use after the call.
        let status = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe bytes.withUnsafeMutableBufferPointer { target in
                unsafe stream.pointee.next_in = source.baseAddress.map { unsafe $0 + start }
                unsafe stream.pointee.avail_in = UInt32(truncatingIfNeeded: available)
                unsafe stream.pointee.next_out = target.baseAddress.map { unsafe $0 + from }
                unsafe stream.pointee.avail_out = UInt32(truncatingIfNeeded: room)
                return unsafe inflate(stream, Z_NO_FLUSH)
            }
        }
        next = end - Int(unsafe stream.pointee.avail_in)
        let written = room - Int(unsafe stream.pointee.avail_out)
        offset += UInt64(written)
        switch status {
        case Z_OK: break
        case Z_STREAM_END:
            insideMember = false
            _ = unsafe inflateReset(stream)
        case Z_BUF_ERROR where next == end: break
        default:
            finished = true
            throw .damaged
        }
        return written
    }
}
