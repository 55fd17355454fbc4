import CVideoOutput
import Capture
import Glibc

/// The sending end of a loopback device.
struct VideoOutput: ~Copyable {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let path: String
    private let descriptor: Int32

    /// Opens the device and sets the format of what its readers get.
    init(path: String, size: FrameSize) throws(Failure) {
        self.path = path
        // The path is lent to the call as a C string for as long as it runs.
        descriptor = unsafe open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(path, "open") }
        guard lintel_video_output_set_format(descriptor, UInt32(size.width), UInt32(size.height)) == 0 else {
            let failure = Self.failure(path, "VIDIOC_S_FMT")
            close(descriptor)
            throw failure
        }
    }

    deinit {
        close(descriptor)
    }

    /// Sends one frame, as a whole.
    func send(_ bytes: [UInt8]) throws(Failure) {
        // The buffer is alive for the call and its count is its size.
        let count = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        guard count == bytes.count else { throw Self.failure(path, "write of \(bytes.count) bytes gave \(count)") }
    }

    private static func failure(_ path: String, _ call: String) -> Failure {
        let number = errno
        return Failure(description: "\(path): \(call): \(unsafe String(cString: strerror(number)))")
    }
}
