import Foundation

/// systemd's end of `$NOTIFY_SOCKET`, for a program that runs.
final class SystemNotifyListener {
    struct Failure: Error {
        let call: String
        let code: Int32
    }

    /// What the program is given to find this and to feed the watchdog.
    let environment: [String: String]
    /// What came so far.
    private(set) var messages: [String] = []
    private let directory: TemporaryDirectory
    private let descriptor: Int32

    /// - Parameter watchdog: the unit's WatchdogSec, if it has one.
    init(watchdog: Duration? = nil) throws {
        directory = try TemporaryDirectory()
        let path = directory.path("notify")
        var environment = ["NOTIFY_SOCKET": path]
        if let watchdog { environment["WATCHDOG_USEC"] = "\(Int64(watchdog / .microseconds(1)))" }
        self.environment = environment
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(call: "socket", code: errno) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { throw Failure(call: "path", code: 0) }
        // The path is shorter than the field, which is zero after it; the address outlives the call.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else { throw Failure(call: "bind", code: errno) }
    }

    deinit {
        close(descriptor)
    }

    /// The last STATUS that came.
    var status: String? {
        messages.flatMap { $0.split(separator: "\n") }.last { $0.hasPrefix("STATUS=") }.map { String($0.dropFirst(7)) }
    }

    /// Waits for a message for which `matches` holds; a minute at most.
    func wait(for matches: (String) -> Bool) -> Bool {
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
            guard let message = receive(milliseconds: 200) else { continue }
            messages.append(message)
            if matches(message) { return true }
        }
        return false
    }

    /// Collects messages for some time.
    func collect(for time: Duration) {
        let end = ContinuousClock.now + time
        while ContinuousClock.now < end {
            if let message = receive(milliseconds: 50) { messages.append(message) }
        }
    }

    /// Takes what has come, without waiting.
    func takeWaiting() {
        while let message = receive(milliseconds: 0) { messages.append(message) }
    }

    private func receive(milliseconds: Int32) -> String? {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // The entry lives on the stack for the whole call.
        guard unsafe poll(&entry, 1, milliseconds) == 1 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 4096)
        // The call writes at most the buffer's count.
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
}
