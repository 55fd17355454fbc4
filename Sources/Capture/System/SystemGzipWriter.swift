import CZlib
import Glibc

/// Deflates into a gzip file or into memory, piece by piece.
@safe struct GzipWriter: ~Copyable {
    /// What was deflated and not yet written to the file; with no file, everything.
    private(set) var bytes: [UInt8] = []
    private let file: FileDescriptor?
    /// The file's number; `nil` when everything stays in memory.
    private let number: Int32?
    /// zlib keeps the address of its stream, so the stream stays where it is until `deinit`.
    private let stream: UnsafeMutablePointer<z_stream>
    private var output = [UInt8](repeating: 0, count: 65_536)

    /// Writes to a file.
    init(to file: consuming FileDescriptor) {
        let number = file.number
        self.init(number: number, file: consume file)
    }

    /// Keeps everything in `bytes`.
    init() {
        self.init(number: nil, file: nil)
    }

    private init(number: Int32?, file: consuming FileDescriptor?) {
        self.number = number
        self.file = file
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 16 asks for a gzip wrapper, 8 is zlib's default memory level. Fails only for lack of memory.
        _ = unsafe deflateInit2_(
            stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
        _ = unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Deflates bytes; `last` ends the stream.
    mutating func write(_ plain: [UInt8], last: Bool = false) throws(GzipError) {
        var plain = plain
        var taken = 0
        while true {
            let (start, count) = (taken, plain.count - taken)
            let stream = unsafe self.stream
            // Both buffers outlive the call and zlib is told their exact remaining lengths.
            let status = unsafe plain.withUnsafeMutableBufferPointer { source in
                unsafe output.withUnsafeMutableBufferPointer { target in
                    unsafe stream.pointee.next_in = source.baseAddress.map { unsafe $0 + start }
                    unsafe stream.pointee.avail_in = UInt32(truncatingIfNeeded: count)
                    unsafe stream.pointee.next_out = target.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(truncatingIfNeeded: target.count)
                    return unsafe deflate(stream, last ? Z_FINISH : Z_NO_FLUSH)
                }
            }
            guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { throw .damaged }
            taken = plain.count - Int(unsafe stream.pointee.avail_in)
            let made = output.count - Int(unsafe stream.pointee.avail_out)
            bytes.append(contentsOf: output[0..<made])
            if number != nil, bytes.count >= 65_536 || last { try flush() }
            if status == Z_STREAM_END || (!last && taken == plain.count && made < output.count) { return }
        }
    }

    private mutating func flush() throws(GzipError) {
        guard let number else { return }
        var written = 0
        while written < bytes.count {
            let start = written
            // The buffer is only read, from `start` to its end.
            let answer = SystemCapture.retrying {
                unsafe bytes.withUnsafeBytes { plain in
                    unsafe Glibc.write(number, plain.baseAddress?.advanced(by: start), plain.count - start)
                }
            }
            switch answer {
            case .success(let count): written += count
            case .failure(let failure): throw .unwritable(failure.text)
            }
        }
        bytes.removeAll(keepingCapacity: true)
    }
}
