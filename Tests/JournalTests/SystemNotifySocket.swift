import Glibc

/// systemd's end of `$NOTIFY_SOCKET`: a datagram socket, and the variables that name it while `body` runs.
enum SystemNotifySocket {
    struct Failure: Error {
        let call: String
        let code: Int32
    }

    /// Runs `body` with `$NOTIFY_SOCKET` set and the environment's other variables as given; returns the messages sent.
    static func messages(environment: [String: String] = [:], _ body: () -> Void) throws -> [String] {
        let path = "/tmp/lintel-notify-\(getpid()).socket"
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(call: "socket", code: errno) }
        defer {
            close(descriptor)
            unsafe unlink(path)
        }
        try bind(descriptor, to: path)
        // The tests that read these variables run one after the other.
        let variables = environment.merging(["NOTIFY_SOCKET": path]) { given, _ in given }
        for (name, value) in variables { unsafe setenv(name, value, 1) }
        defer { for name in variables.keys { unsafe unsetenv(name) } }
        body()
        return receiveAll(descriptor)
    }

    private static func bind(_ descriptor: Int32, to path: String) throws {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        // The path is shorter than the field, which is zero after it; the address outlives the call.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else { throw Failure(call: "bind", code: errno) }
    }

    private static func receiveAll(_ descriptor: Int32) -> [String] {
        var messages: [String] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            // The call writes at most the buffer's count.
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
            guard count > 0 else { return messages }
            messages.append(String(decoding: buffer[..<count], as: UTF8.self))
        }
    }
}
