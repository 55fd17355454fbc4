import CLinux
import Glibc

/// A V4L2 device through libv4l2, which converts nothing and only passes requests on.
///
/// Invariant of the unsafe uses: a mapping in `mappings` is readable memory of exactly its length until `unmapBuffers`
/// takes it out, and nobody else unmaps it. All structures that calls fill live on the stack for the whole call.
final class SystemVideoDevice: VideoDevice {
    let descriptor: Int32

    private var isOpen = true
    /// By buffer number; `nil` where a buffer is not mapped.
    private var mappings: [Mapping?] = []

    @safe private struct Mapping {
        let start: UnsafeRawPointer
        let length: Int
    }

    /// Opens a node without blocking.
    init(opening path: String) throws(SystemErrno) {
        let flags = O_RDWR | O_NONBLOCK | O_CLOEXEC
        // The path is lent to the call as a C string for as long as it runs.
        let number = Int32(truncatingIfNeeded: try Self.run { unsafe Int(Glibc.open(path, flags, 0)) })
        do throws(SystemErrno) {
            try Self.adopt(number)
        } catch {
            // close(2) is not repeated on EINTR: on Linux the descriptor is gone by then.
            _ = Glibc.close(number)
            throw error
        }
        descriptor = number
    }

    /// Has libv4l2 look after the device. Asks the kernel first what libv4l2 is going to ask: it would print what fails
    /// there on standard error. A loopback device that nothing feeds has no format, which libv4l2 refuses: it stays
    /// with the kernel alone, to which libv4l2 passes on every call for a device that it does not know.
    private static func adopt(_ number: Int32) throws(SystemErrno) {
        if try capabilities(of: number).captures {
            var format = lintel_video_format()
            do throws(SystemErrno) {
                _ = try run { unsafe Int(lintel_video_current_format(number, &format)) }
            } catch {
                if error.code == EINVAL { return }
                throw error
            }
        }
        _ = try run { Int(lintel_video_adopt(number)) }
    }

    deinit {
        close()
    }

    func close() {
        guard isOpen else { return }
        isOpen = false
        unmapBuffers()
        // Not repeated on EINTR: libv4l2 does that itself where needed.
        _ = v4l2_close(descriptor)
    }

    /// Runs a request through the module's only place that knows EINTR.
    private static func run(_ body: () -> Int) throws(SystemErrno) -> Int {
        try SystemCapture.retrying(body).get()
    }
}

/// What the device is and offers.
extension SystemVideoDevice {
    func capabilities() throws(SystemErrno) -> VideoCapabilities { try Self.capabilities(of: descriptor) }

    private static func capabilities(of number: Int32) throws(SystemErrno) -> VideoCapabilities {
        var answer = v4l2_capability()
        _ = try run { unsafe Int(lintel_video_capabilities(number, &answer)) }
        func has(_ flag: Int32) -> Bool { answer.capabilities & UInt32(bitPattern: flag) != 0 }
        return VideoCapabilities(
            driver: text(of: answer.driver), card: text(of: answer.card), captures: has(V4L2_CAP_VIDEO_CAPTURE),
            streams: has(V4L2_CAP_STREAMING))
    }

    /// The text in a field of bytes, up to its NUL or its end; without control characters.
    private static func text<Field>(of field: Field) -> String {
        var field = field
        // The bytes are those of the copy, for the length of the closure.
        let bytes = unsafe withUnsafeBytes(of: &field) { unsafe $0.prefix { $0 != 0 }.filter { $0 >= 32 && $0 != 127 } }
        return String(decoding: bytes, as: UTF8.self)
    }

    func pixelFormat(at index: Int) throws(SystemErrno) -> PixelFormat? {
        var code: UInt32 = 0
        let number = descriptor
        return try Self.unlessPastTheEnd {
            unsafe Int(lintel_video_format_at(number, UInt32(truncatingIfNeeded: index), &code))
        } ? PixelFormat(code: code) : nil
    }

    func sizes(at index: Int, of pixelFormat: PixelFormat) throws(SystemErrno) -> OfferedSizes? {
        var size = lintel_video_size()
        let number = descriptor
        guard
            try Self.unlessPastTheEnd({
                unsafe Int(
                    lintel_video_size_at(number, UInt32(truncatingIfNeeded: index), pixelFormat.code, &size))
            })
        else { return nil }
        let widths = Int(size.least_width)...max(Int(size.least_width), Int(size.most_width))
        let heights = Int(size.least_height)...max(Int(size.least_height), Int(size.most_height))
        if widths.count == 1, heights.count == 1 {
            return .exactly(FrameSize(width: widths.lowerBound, height: heights.lowerBound))
        }
        return .range(width: widths, height: heights)
    }

    func interval(at index: Int, of pixelFormat: PixelFormat, size: FrameSize) throws(SystemErrno) -> VideoInterval? {
        var interval = lintel_video_interval()
        let number = descriptor
        return try Self.unlessPastTheEnd {
            unsafe Int(
                lintel_video_interval_at(
                    number, UInt32(truncatingIfNeeded: index), pixelFormat.code,
                    UInt32(truncatingIfNeeded: size.width), UInt32(truncatingIfNeeded: size.height), &interval))
        } ? VideoInterval(interval) : nil
    }

    /// Runs an enumerating request; false when there is nothing (more) to enumerate.
    private static func unlessPastTheEnd(_ body: () -> Int) throws(SystemErrno) -> Bool {
        do throws(SystemErrno) {
            _ = try run(body)
            return true
        } catch {
            if error.code == EINVAL || error.code == ENOTTY { return false }
            throw error
        }
    }
}

/// The format.
extension SystemVideoDevice {
    func currentFormat() throws(SystemErrno) -> VideoFormat {
        var format = lintel_video_format()
        let number = descriptor
        _ = try Self.run { unsafe Int(lintel_video_current_format(number, &format)) }
        return VideoFormat(format)
    }

    func setFormat(_ pixelFormat: PixelFormat, _ size: FrameSize) throws(SystemErrno) -> VideoFormat {
        let number = descriptor
        var format = lintel_video_format()
        _ = try Self.run {
            // Set again at each turn: an interrupted call may have left anything.
            format = lintel_video_format(
                width: UInt32(truncatingIfNeeded: size.width), height: UInt32(truncatingIfNeeded: size.height),
                pixel_format: pixelFormat.code, bytes_per_line: 0, image_bytes: 0)
            return unsafe Int(lintel_video_set_format(number, &format))
        }
        return VideoFormat(format)
    }

    func currentInterval() throws(SystemErrno) -> VideoInterval? {
        var interval = lintel_video_interval()
        let number = descriptor
        return try Self.unlessPastTheEnd { unsafe Int(lintel_video_current_interval(number, &interval)) }
            ? VideoInterval(interval) : nil
    }
}

/// Buffers and the stream.
extension SystemVideoDevice {
    /// As many as V4L2 knows (VIDEO_MAX_FRAME).
    private static let mostBuffers = 32

    func requestBuffers(_ count: Int) throws(SystemErrno) -> Int {
        var answer: UInt32 = 0
        let number = descriptor
        _ = try Self.run {
            answer = UInt32(truncatingIfNeeded: count)
            return unsafe Int(lintel_video_request_buffers(number, &answer))
        }
        return Int(answer)
    }

    func mapBuffer(_ index: Int) throws(SystemErrno) -> Int {
        guard (0..<Self.mostBuffers).contains(index) else { throw SystemErrno(code: EINVAL) }
        while mappings.count <= index { mappings.append(nil) }
        guard mappings[index] == nil else { throw SystemErrno(code: EBUSY) }
        let number = descriptor
        var length: UInt32 = 0
        var offset: UInt32 = 0
        _ = try Self.run {
            unsafe Int(lintel_video_query_buffer(number, UInt32(truncatingIfNeeded: index), &length, &offset))
        }
        var start: UnsafeRawPointer?
        _ = try Self.run { unsafe Int(lintel_video_map(number, length, offset, &start)) }
        guard let start = unsafe start else { throw SystemErrno(code: ENOMEM) }
        // From here on the list owns the mapping.
        unsafe mappings[index] = Mapping(start: start, length: Int(length))
        return Int(length)
    }

    func unmapBuffers() {
        for case .some(let mapping) in mappings {
            // Ours, and taken out of the list right below.
            _ = unsafe lintel_video_unmap(mapping.start, UInt32(truncatingIfNeeded: mapping.length))
        }
        mappings = []
    }

    func withBytes(of index: Int, count: Int, _ body: (RawSpan) -> Void) {
        guard mappings.indices.contains(index), let mapping = mappings[index] else { return body(RawSpan()) }
        // Within the mapping, which stays until the device is unmapped: not during this call, on the same thread.
        body(unsafe RawSpan(_unsafeStart: mapping.start, byteCount: max(0, min(count, mapping.length))))
    }

    func queueBuffer(_ index: Int) throws(SystemErrno) {
        let number = descriptor
        _ = try Self.run { Int(lintel_video_queue_buffer(number, UInt32(truncatingIfNeeded: index))) }
    }

    func dequeueBuffer() throws(SystemErrno) -> VideoBuffer {
        var taken = lintel_video_buffer()
        let number = descriptor
        _ = try Self.run { unsafe Int(lintel_video_dequeue_buffer(number, &taken)) }
        return VideoBuffer(taken)
    }

    func startStreaming() throws(SystemErrno) {
        let number = descriptor
        _ = try Self.run { Int(lintel_video_stream(number, 1)) }
    }

    func stopStreaming() throws(SystemErrno) {
        let number = descriptor
        _ = try Self.run { Int(lintel_video_stream(number, 0)) }
    }
}

/// Controls of extension units.
extension SystemVideoDevice {
    func readControl(unit: UInt8, selector: UInt8, into bytes: inout [UInt8]) throws(SystemErrno) {
        try query(unit, selector, UInt8(UVC_GET_CUR), &bytes)
    }

    func writeControl(unit: UInt8, selector: UInt8, _ bytes: [UInt8]) throws(SystemErrno) {
        var bytes = bytes
        try query(unit, selector, UInt8(UVC_SET_CUR), &bytes)
    }

    private func query(_ unit: UInt8, _ selector: UInt8, _ query: UInt8, _ bytes: inout [UInt8]) throws(SystemErrno) {
        let number = descriptor
        _ = try Self.run {
            // The kernel copies at most the buffer's count, in either direction, during the call.
            unsafe bytes.withUnsafeMutableBufferPointer { buffer in
                unsafe Int(
                    lintel_video_query_control(
                        number, unit, selector, query, buffer.baseAddress, UInt16(truncatingIfNeeded: buffer.count)))
            }
        }
    }
}

extension VideoFormat {
    fileprivate init(_ format: lintel_video_format) {
        self.init(
            pixelFormat: PixelFormat(code: format.pixel_format),
            size: FrameSize(width: Int(format.width), height: Int(format.height)),
            bytesPerLine: Int(format.bytes_per_line), imageBytes: Int(format.image_bytes))
    }
}

extension VideoInterval {
    fileprivate init(_ interval: lintel_video_interval) {
        self.init(numerator: Int(interval.numerator), denominator: Int(interval.denominator))
    }
}

extension VideoBuffer {
    fileprivate init(_ taken: lintel_video_buffer) {
        let clock = taken.flags & UInt32(bitPattern: V4L2_BUF_FLAG_TIMESTAMP_MASK)
        let isMonotonic = clock == UInt32(bitPattern: V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC)
        self.init(
            index: Int(taken.index), bytesUsed: Int(taken.bytes_used),
            isDamaged: taken.flags & UInt32(bitPattern: V4L2_BUF_FLAG_ERROR) != 0, sequence: taken.sequence,
            timestamp: isMonotonic ? taken.seconds &* 1_000_000_000 &+ taken.microseconds &* 1_000 : nil)
    }
}
