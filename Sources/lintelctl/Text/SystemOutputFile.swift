import ArgumentParser
import Glibc

/// A file that a command makes.
enum OutputFile {
    /// Makes or replaces a file.
    static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
        try OutputPlace(path).write(bytes)
    }
}

/// Where a command's result goes: a file that is opened before anything is done, or standard output.
struct OutputPlace: ~Copyable {
    private let descriptor: Int32
    private let path: String?

    /// Who may read a file that is made.
    enum Readers {
        case everybody
        /// The user alone: it holds something of a person. A file that is there is not replaced.
        case owner
    }

    /// - Parameter path: standard output where none is said.
    init(_ path: String?, for readers: Readers = .everybody) throws(CommandFailure) {
        self.path = path
        guard let path else {
            descriptor = STDOUT_FILENO
            return
        }
        descriptor =
            switch readers {
            // The path becomes a C string that lives for the call.
            case .everybody: unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            case .owner: unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            }
        guard descriptor >= 0 else { throw Self.failure(path) }
    }

    deinit { if path != nil { close(descriptor) } }

    /// Writes bytes as they are; on a terminal with a line's end.
    func write(_ bytes: [UInt8]) throws(CommandFailure) {
        let needsEnd = path == nil && Terminal.isStandardOutput && bytes.last != UInt8(ascii: "\n")
        var rest = (bytes + (needsEnd ? [UInt8(ascii: "\n")] : []))[...]
        while !rest.isEmpty {
            // The bytes outlive the call, which reads at most their count.
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure(path ?? "standard output") }
            rest = rest.dropFirst(count)
        }
    }

    func write(_ text: String) throws(CommandFailure) { try write(Array(text.utf8)) }

    /// Removes a file in which nothing was written, as there is nothing to write.
    func discard() {
        // The path becomes a C string that lives for the call.
        if let path { _ = unsafe unlink(path) }
    }

    private static func failure(_ path: String) -> CommandFailure {
        // strerror's text is copied before anything else can replace it.
        let cause = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "unknown error"
        return CommandFailure(
            "\(path): can't be written: \(cause)\n  Name a file that may be made there, in a directory that exists.")
    }
}
