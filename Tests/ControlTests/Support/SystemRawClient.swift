import Control
import Glibc

/// A client that sends any bytes and knows nothing of Varlink but that a NUL ends a message.
final class RawClient {
    struct Failure: Error, CustomStringConvertible {
        let call: String
        let code: Int32
        var description: String { "\(call): errno \(code)" }
    }

    private let descriptor: Int32
    private var received: [UInt8] = []

    /// - Parameter seconds: how long a read may wait before it counts as a failure.
    init(_ path: String, seconds: Int = 20) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(call: "socket", code: errno) }
        var patience = timeval(tv_sec: seconds, tv_usec: 0)
        // The structure outlives the call, which reads its size.
        _ = unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        // The path is shorter than the field, which is zero after it; the address outlives the call.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else { throw Failure(call: "connect", code: errno) }
    }

    deinit { close(descriptor) }

    /// Sends all; false when the other end is closed.
    @discardableResult
    func send(_ bytes: some Collection<UInt8>) -> Bool {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = write(rest, flags: 0)
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Sends a message and its NUL.
    @discardableResult
    func send(_ message: String) -> Bool { send(Array(message.utf8) + [0]) }

    /// Sends what there is room for; how many bytes that were.
    func sendWithoutWaiting(_ bytes: [UInt8]) -> Int { max(0, write(bytes[...], flags: Int32(MSG_DONTWAIT))) }

    private func write(_ bytes: ArraySlice<UInt8>, flags: Int32) -> Int {
        // The bytes outlive the call, which reads at most their count.
        unsafe bytes.withUnsafeBytes {
            unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, flags | Int32(MSG_NOSIGNAL))
        }
    }

    /// Says that no more is sent.
    func finishSending() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    /// The next message; nil when the other end is closed.
    func receive() throws -> JSONObject? {
        while true {
            if let end = received.firstIndex(of: 0) {
                let message = Array(received[..<end])
                received.removeSubrange(...end)
                guard case .object(let object) = try JSONReader.read(message) else {
                    throw Failure(call: "message", code: 0)
                }
                return object
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            // The buffer outlives the call, which writes at most its count.
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
            if count == 0 || (count < 0 && errno == ECONNRESET) { return nil }
            guard count > 0 else { throw Failure(call: "recv", code: errno) }
            received += buffer[..<count]
        }
    }

    /// Every message until the other end closes.
    func receiveAll() throws -> [JSONObject] {
        var messages: [JSONObject] = []
        while let message = try receive() { messages.append(message) }
        return messages
    }
}

/// A socket that listens and never answers, or closes at once.
final class SilentListener: Sendable {
    private let descriptor: Int32
    let path: String

    init(_ path: String) throws {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        // As in `RawClient`.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0, listen(descriptor, 8) == 0 else { throw RawClient.Failure(call: "listen", code: errno) }
    }

    /// Takes the next client, sends it these bytes and closes.
    func answer(_ bytes: [UInt8]) {
        // No address is asked for.
        let client = accept(descriptor, nil, nil)
        _ = unsafe bytes.withUnsafeBytes { unsafe send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        close(client)
    }

    /// Leaves the socket file as a process does that was killed.
    deinit { close(descriptor) }
}

/// Facts of the system that tests compare with.
enum SystemFacts {
    static func mode(of path: String) -> UInt32? {
        var status = stat()
        // The structure outlives the call; the path is lent to it as a C string.
        return unsafe lstat(path, &status) == 0 ? status.st_mode : nil
    }

    /// The number of a group, as the database has it.
    static func group(_ name: String) -> UInt32? {
        // Copied at once; no other test asks the database this way.
        unsafe getgrnam(name).map { unsafe $0.pointee.gr_gid }
    }

    static var user: UInt32 { getuid() }
}
