import CLinux
import Glibc

/// The system calls of the daemon itself: the only unsafe code of this module.
enum SystemLinteld {
    /// Forbids core dumps and reading this process's memory, which holds frames.
    static func forbidDumps() {
        // Fails only for an unknown option, and this one exists since Linux 2.4.
        _ = lintel_set_undumpable()
    }

    /// Files that are made from here on are this user's alone, under systemd or not.
    static func keepFilesPrivate() { _ = umask(0o077) }

    /// Ignores these signals, so that only their dispatch sources see them.
    static func ignoreSignals(_ numbers: [Int32]) {
        for number in numbers {
            _ = signal(number, SIG_IGN)
        }
    }

    /// Writes a line to standard error, as a whole.
    static func complain(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        // The buffer is alive for the call and its count is its size.
        _ = unsafe bytes.withUnsafeBytes { buffer in
            unsafe write(STDERR_FILENO, buffer.baseAddress, buffer.count)
        }
    }

    /// Says why and ends the process at once, with EX_SOFTWARE; nothing that still runs is waited for.
    static func end(_ line: String) {
        complain(line)
        _exit(70)
    }

    /// The value of an environment variable; nil when it is not set.
    static func environment(_ name: String) -> String? {
        // Nothing in this process sets a variable: the text stays where it is until it is copied here.
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    /// Whether there is a file of this name.
    static func exists(_ path: String) -> Bool {
        // The path becomes a C string that lives for the call.
        unsafe access(path, F_OK) == 0
    }

    /// Reads up to 64 KiB of a file of /proc; empty when it can't be read.
    static func readSmallFile(_ path: String) -> String {
        String(decoding: bytes(of: path, limit: 65_536) ?? [], as: UTF8.self)
    }

    /// The bytes of a file, up to a limit; nil when it can't be read or is longer.
    static func bytes(of path: String, limit: Int = 1 << 20) -> [UInt8]? {
        // The path becomes a C string that lives for the call.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            // The kernel writes at most the buffer's count.
            let count = unsafe buffer.withUnsafeMutableBytes { buffer in
                unsafe read(descriptor, buffer.baseAddress, buffer.count)
            }
            guard count >= 0, bytes.count + count <= limit else { return nil }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// Processor time that this process has used, seconds.
    static func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
