import CLinux
import CZlib
import Capture
import Glibc

/// The calls of zlib and of the terminal that pictures need: the only unsafe code of this module.
public enum SystemPicture {
    /// Compresses bytes into a zlib stream (RFC 1950).
    static func deflate(_ bytes: [UInt8]) throws(PictureError) -> [UInt8] {
        var length = compressBound(uLong(bytes.count))
        var output = [UInt8](repeating: 0, count: Int(length))
        // Both buffers are alive for the call, and `length` is the output's true size.
        let status = unsafe output.withUnsafeMutableBufferPointer { target in
            unsafe bytes.withUnsafeBufferPointer { source in
                unsafe compress2(
                    target.baseAddress, &length, source.baseAddress, uLong(source.count), Z_BEST_COMPRESSION)
            }
        }
        guard status == Z_OK else {
            throw PictureError(
                what: "can't compress the picture", cause: "zlib answered \(status)",
                remedy: "Ask for a smaller picture or free some memory.")
        }
        output.removeLast(output.count - Int(length))
        return output
    }

    /// The CRC-32 of bytes, as PNG chunks carry it.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        // The buffer is alive for the call and its count is its size.
        unsafe bytes.withUnsafeBufferPointer { buffer in
            UInt32(truncatingIfNeeded: unsafe crc32(0, buffer.baseAddress, uInt(buffer.count)))
        }
    }

    /// Rows and columns of the terminal behind a descriptor; `nil` when there is none or it doesn't say.
    public static func terminalSize(of descriptor: Int32) -> TerminalSize? {
        guard isatty(descriptor) == 1 else { return nil }
        var window = winsize()
        // The kernel fills exactly one winsize, which lives on this stack.
        let status = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &window)
        guard status == 0, window.ws_col > 0, window.ws_row > 0 else { return nil }
        return TerminalSize(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// Writes all bytes, in one call where the kernel takes them at once.
    ///
    /// - Returns: false when the descriptor takes no more.
    @discardableResult
    public static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var start = 0
        while start < bytes.count {
            // The pointer stays inside of the array: start < count, and count - start bytes follow it.
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + start }, buffer.count - start)
            }
            if written < 0 {
                guard errno == EINTR else { return false }
                continue
            }
            start += written
        }
        return true
    }
}
