import ArgumentParser
import Glibc

/// A file that a command makes.
enum OutputFile {
    /// Makes or replaces a file.
    static func write(_ bytes: [UInt8], to path: String) throws {
        // The path becomes a C string that lives for the call.
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            // The bytes outlive the call, which reads at most their count.
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(path) }
            rest = rest.dropFirst(count)
        }
    }

    private static func failure(_ path: String) -> CommandFailure {
        // strerror's text is copied before anything else can replace it.
        let cause = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "unknown error"
        return CommandFailure("\(path): can't be written: \(cause)\n  Check that the directory exists and has room.")
    }
}
